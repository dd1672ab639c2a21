import QtQuick
import QtMultimedia
import Zhixing.Pages

/* What the camera sees. Loaded only while it is looked at: it alone needs QtMultimedia. */
Item {
    id: root
    /* Why there is no picture: `none` (no camera), `denied` (the system or the person does not allow it); empty when all is well. */
    readonly property string trouble: devices.videoInputs.length === 0 ? "none" : camera.error !== Camera.NoError ? "denied" : ""
    readonly property bool ready: capturing.readyForCapture
    signal taken(url file)

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
