#pragma once

#include <array>
#include <memory>
#include <vector>

#include <QColor>
#include <QQuickWindow>
#include <QSGNode>

#include "qml/Zhixing/Charts/gantt_layout.h"

namespace zhixing::client {

using GanttColours = std::array<QColor, ganttToneCount>;

/// Draws the shapes of a Gantt chart: as one batch of coloured triangles where a graphics card draws, with a painter where
/// the software renderer does, which has no eye for geometry. Belongs to the render thread.
class GanttNode : public QSGNode {
public:
    /// Makes the one that suits the window.
    [[nodiscard]] static GanttNode* make(const QQuickWindow& window);
    virtual void show(const std::vector<GanttShape>& shapes, const GanttColours& colours, QRectF bounds) = 0;
};

}  // namespace zhixing::client
