import QtQuick
import QtMultimedia
import Zhixing.Pages

/* What the camera sees. Loaded only while it is looked at: it alone needs QtMultimedia. */
CameraPort {
    id: root
    trouble: devices.videoInputs.length === 0 ? "none" : camera.error !== Camera.NoError ? "denied" : ""
    ready: capturing.readyForCapture

    function capture(): void {
        capturing.captureToFile("");
    }

    MediaDevices {
        id: devices
    }
    CaptureSession {
        camera: Camera {
            id: camera
            active: devices.videoInputs.length > 0
        }
        imageCapture: ImageCapture {
            id: capturing
            fileFormat: ImageCapture.JPEG
            onImageSaved: (id, path) => root.taken("file:" + path)
        }
        videoOutput: output
    }
    VideoOutput {
        id: output
        anchors.fill: parent
        fillMode: VideoOutput.PreserveAspectFit
    }
}
