#pragma once

#include <QString>
#include <QStringList>

#include "qml/Zhixing/Charts/gantt_layout.h"

class QPainter;

namespace zhixing::client {

/// A Gantt chart on paper: the same layout as on screen, fitted to the width of a page, with names, calendar and title. As
/// PDF it takes as many pages as it has rows for, as PNG it is one picture. Paper is light whatever the screen is.
struct GanttPrint {
    GanttLayout layout;
    qint64 firstDay = 0;
    qint64 lastDay = 0;
    QStringList names;  ///< one a row
    QString title;
    QString note;    ///< what it shows, as of when
    QString family;  ///< of the type; the program's own when empty

    static constexpr int pictureRowsMax = 500;  ///< beyond it a picture would take hundreds of megabytes

    /// By the file's ending, `.pdf` or `.png`. The file is there whole or not at all; false when it could not be written, or
    /// the picture would be too large.
    [[nodiscard]] bool write(const QString& path) const;

    // ---- for tests
    static constexpr qreal pageWidth = 1600;
    static constexpr qreal pageHeight = 1131;  // A3, lying
    [[nodiscard]] static int rowsOnPage();
    [[nodiscard]] int pageCount() const;

private:
    [[nodiscard]] GanttWindow window(int firstRow, int rowCount) const;
    void paint(QPainter& painter, int firstRow, int rowCount, int page) const;
    void paintCalendar(QPainter& painter, const GanttWindow& window) const;
    [[nodiscard]] bool writePdf(const QString& path) const;
    [[nodiscard]] bool writePng(const QString& path) const;
};

}  // namespace zhixing::client
