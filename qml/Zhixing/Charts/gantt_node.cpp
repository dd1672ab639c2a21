#include "qml/Zhixing/Charts/gantt_node.h"

#include <QPainter>
#include <QSGGeometryNode>
#include <QSGRenderNode>
#include <QSGRendererInterface>
#include <QSGVertexColorMaterial>

namespace zhixing::client {

namespace {

/// Two triangles a shape, each corner with its colour: the whole chart is one draw call.
class TriangleNode final : public GanttNode {
public:
    TriangleNode() : geometry_(QSGGeometry::defaultAttributes_ColoredPoint2D(), 0) {
        geometry_.setDrawingMode(QSGGeometry::DrawTriangles);
        node_.setGeometry(&geometry_);
        node_.setMaterial(&material_);
        node_.setFlag(QSGNode::OwnedByParent, false);
        appendChildNode(&node_);
    }
    ~TriangleNode() override { removeChildNode(&node_); }

    void show(const std::vector<GanttShape>& shapes, const GanttColours& colours, QRectF) override {
        geometry_.allocate(static_cast<int>(shapes.size()) * 6);
        QSGGeometry::ColoredPoint2D* vertex = geometry_.vertexDataAsColoredPoint2D();
        for (const GanttShape& shape : shapes) {
            const QColor& colour = colours[static_cast<std::size_t>(shape.tone)];
            // The scene graph wants colours multiplied by their opacity.
            const int alpha = colour.alpha();
            const auto part = [alpha](int value) { return static_cast<uchar>(value * alpha / 255); };
            for (const std::size_t corner : {0U, 1U, 2U, 0U, 2U, 3U}) {
                const QPointF& point = shape.corners[corner];
                (vertex++)->set(static_cast<float>(point.x()), static_cast<float>(point.y()), part(colour.red()),
                                part(colour.green()), part(colour.blue()), static_cast<uchar>(alpha));
            }
        }
        node_.markDirty(QSGNode::DirtyGeometry);
    }

private:
    QSGGeometry geometry_;
    QSGVertexColorMaterial material_;
    QSGGeometryNode node_;
};

class Painting final : public QSGRenderNode {
public:
    explicit Painting(const QQuickWindow& window) : window_(window) {}

    void render(const RenderState* state) override {
        auto* painter = static_cast<QPainter*>(window_.rendererInterface()->getResource(
            const_cast<QQuickWindow*>(&window_), QSGRendererInterface::PainterResource));
        if (painter == nullptr) return;
        const QRegion* clip = state->clipRegion();
        if (clip != nullptr && !clip->isEmpty()) painter->setClipRegion(*clip, Qt::ReplaceClip);
        painter->setTransform(matrix()->toTransform());
        painter->setOpacity(inheritedOpacity());
        painter->setPen(Qt::NoPen);
        for (const GanttShape& shape : shapes) {
            const QColor& colour = colours[static_cast<std::size_t>(shape.tone)];
            const bool isUpright = shape.corners[0].y() == shape.corners[1].y() &&
                                   shape.corners[1].x() == shape.corners[2].x() && shape.corners[2] != shape.corners[3];
            painter->setRenderHint(QPainter::Antialiasing, !isUpright);
            if (isUpright) {
                painter->fillRect(QRectF(shape.corners[0], shape.corners[2]), colour);
            } else {
                painter->setBrush(colour);
                painter->drawConvexPolygon(shape.corners.data(), static_cast<int>(shape.corners.size()));
            }
        }
        painter->setRenderHint(QPainter::Antialiasing, false);
    }
    [[nodiscard]] StateFlags changedStates() const override { return {}; }
    [[nodiscard]] RenderingFlags flags() const override { return BoundedRectRendering; }
    [[nodiscard]] QRectF rect() const override { return bounds; }

    std::vector<GanttShape> shapes;
    GanttColours colours;
    QRectF bounds;

private:
    const QQuickWindow& window_;
};

class PainterNode final : public GanttNode {
public:
    explicit PainterNode(const QQuickWindow& window) : painting_(window) {
        painting_.setFlag(QSGNode::OwnedByParent, false);
        appendChildNode(&painting_);
    }
    ~PainterNode() override { removeChildNode(&painting_); }

    void show(const std::vector<GanttShape>& shapes, const GanttColours& colours, QRectF bounds) override {
        painting_.shapes = shapes;
        painting_.colours = colours;
        painting_.bounds = bounds;
        painting_.markDirty(QSGNode::DirtyMaterial);
    }

private:
    Painting painting_;
};

}  // namespace

GanttNode* GanttNode::make(const QQuickWindow& window) {
    const bool isSoftware = window.rendererInterface()->graphicsApi() == QSGRendererInterface::Software;
    if (isSoftware) return new PainterNode(window);
    return new TriangleNode;
}

}  // namespace zhixing::client
