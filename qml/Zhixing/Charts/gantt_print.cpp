#include "qml/Zhixing/Charts/gantt_print.h"

#include <algorithm>
#include <cmath>

#include <QDate>
#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace zhixing::client {

namespace {

constexpr qreal margin = 40;
constexpr qreal titleHeight = 64;
constexpr qreal calendarHeight = 44;
constexpr qreal footHeight = 28;
constexpr qreal namesWidth = 380;
constexpr qreal rowHeight = 28;
constexpr qreal chartTop = margin + titleHeight + calendarHeight;
constexpr qreal chartWidth = GanttPrint::pageWidth - 2 * margin - namesWidth;
constexpr qreal eachDayFrom = 15;  ///< as wide must a day be to have its number
constexpr qreal mondaysFrom = 3;

constexpr QRgb ink = 0xFF1E1C19;
constexpr QRgb inkSoft = 0xFF5F584D;
constexpr QRgb line = 0xFFE2DCCF;

/// The light theme's tones, in the order of GanttTone.
constexpr std::array<QRgb, ganttToneCount> tones{0xFFF3EFE7, line,       0x00FFFFFF, 0xFF37478A, 0xFF857C6D,
                                                 0xFFB9C1E4, 0xFF6374BD, 0xFF27633F, 0xFFF7E3DF, 0xFFA12E2B,
                                                 0xFF857C6D, ink,        0xFF37478A, inkSoft,    0xFFA12E2B};

QDate dateOf(qint64 day) { return QDate(1970, 1, 1).addDays(day); }

}  // namespace

int GanttPrint::rowsOnPage() { return static_cast<int>((pageHeight - chartTop - footHeight - margin / 2) / rowHeight); }

int GanttPrint::pageCount() const {
    const int rows = static_cast<int>(layout.bars.size());
    return std::max(1, (rows + rowsOnPage() - 1) / rowsOnPage());
}

GanttWindow GanttPrint::window(int firstRow, int rowCount) const {
    const auto days = static_cast<qreal>(std::max<qint64>(1, lastDay - firstDay + 1));
    return {firstDay, 0, firstRow * rowHeight, chartWidth, rowCount * rowHeight, chartWidth / days, rowHeight};
}

bool GanttPrint::write(const QString& path) const {
    return path.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive) ? writePng(path) : writePdf(path);
}

bool GanttPrint::writePdf(const QString& path) const {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return false;
    {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QPageSize::A3));
        writer.setPageOrientation(QPageLayout::Landscape);
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(title);
        QPainter painter(&writer);
        if (!painter.isActive()) return false;
        painter.scale(writer.width() / pageWidth, writer.width() / pageWidth);
        const int rows = static_cast<int>(layout.bars.size());
        for (int page = 0; page < pageCount(); ++page) {
            if (page > 0 && !writer.newPage()) return false;
            const int first = page * rowsOnPage();
            paint(painter, first, std::min(rowsOnPage(), rows - first), page);
        }
    }
    return file.commit();
}

bool GanttPrint::writePng(const QString& path) const {
    const int rows = static_cast<int>(layout.bars.size());
    if (rows > pictureRowsMax) return false;
    QImage image(static_cast<int>(pageWidth) * 2,
                 static_cast<int>(chartTop + rows * rowHeight + footHeight + margin) * 2, QImage::Format_RGB32);
    if (image.isNull()) return false;
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(2, 2);
        paint(painter, 0, rows, 0);
    }
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && image.save(&file, "PNG") && file.commit();
}

void GanttPrint::paint(QPainter& painter, int firstRow, int rowCount, int page) const {
    const GanttWindow shown = window(firstRow, rowCount);
    QFont font(family.isEmpty() ? painter.font().family() : family);
    const auto write = [&](const QRectF& place, int pixels, bool isStrong, QRgb colour, int how, const QString& text) {
        font.setPixelSize(pixels);
        font.setBold(isStrong);
        painter.setFont(font);
        painter.setPen(QColor::fromRgba(colour));
        painter.drawText(place, how | Qt::TextSingleLine,
                         QFontMetricsF(font).elidedText(text, Qt::ElideRight, place.width()));
    };
    const QRectF heading(margin, margin, pageWidth - 2 * margin, 34);
    write(heading, 24, true, ink, Qt::AlignLeft | Qt::AlignVCenter, title);
    write(heading.translated(0, 30), 13, false, inkSoft, Qt::AlignLeft | Qt::AlignVCenter, note);
    if (pageCount() > 1 && rowCount <= rowsOnPage()) {
        write(heading, 13, false, inkSoft, Qt::AlignRight | Qt::AlignVCenter,
              QStringLiteral("%1 / %2").arg(page + 1).arg(pageCount()));
    }
    painter.save();
    painter.translate(margin + namesWidth, chartTop);
    painter.setFont(font);
    paintCalendar(painter, shown);
    painter.setClipRect(QRectF(0, 0, shown.width, shown.height));
    painter.setPen(Qt::NoPen);
    for (const GanttShape& shape : layout.shapes(shown)) {
        painter.setBrush(QColor::fromRgba(tones[static_cast<std::size_t>(shape.tone)]));
        painter.drawConvexPolygon(shape.corners.data(), static_cast<int>(shape.corners.size()));
    }
    painter.restore();
    for (int row = firstRow; row < firstRow + rowCount; ++row) {
        const QRectF place(margin, chartTop + (row - firstRow) * rowHeight, namesWidth - 12, rowHeight);
        write(place, 13, false, ink, Qt::AlignLeft | Qt::AlignVCenter, names.value(row));
        painter.setPen(QColor::fromRgba(line));
        painter.drawLine(QLineF(place.bottomLeft(), place.bottomRight() + QPointF(12, 0)));
    }
}

void GanttPrint::paintCalendar(QPainter& painter, const GanttWindow& window) const {
    QFont font = painter.font();
    font.setPixelSize(11);
    const auto end = [&](QDate month) { return QDate(1970, 1, 1).daysTo(month.addMonths(1)); };
    for (QDate month(dateOf(firstDay).year(), dateOf(firstDay).month(), 1); month <= dateOf(lastDay);
         month = month.addMonths(1)) {
        const qreal left = std::max<qreal>(0, window.left(QDate(1970, 1, 1).daysTo(month)));
        const qreal right = std::min(window.width, window.left(end(month)));
        painter.setPen(QColor::fromRgba(line));
        painter.drawLine(QLineF(left, -calendarHeight, left, window.height));
        const QString name = month.toString(QStringLiteral("yyyy-MM"));
        font.setBold(true);
        if (right - left < QFontMetricsF(font).horizontalAdvance(name) + 8) continue;
        painter.setFont(font);
        painter.setPen(QColor::fromRgba(ink));
        painter.drawText(QRectF(left + 4, -calendarHeight, right - left, 20), Qt::AlignVCenter, name);
    }
    font.setBold(false);
    painter.setFont(font);
    painter.setPen(QColor::fromRgba(inkSoft));
    if (window.dayWidth < mondaysFrom) return;
    for (qint64 day = firstDay; day <= lastDay; ++day) {
        const QDate date = dateOf(day);
        const bool isEach = window.dayWidth >= eachDayFrom;
        if (!isEach && date.dayOfWeek() != Qt::Monday) continue;
        const QRectF place(window.left(day), -22, isEach ? window.dayWidth : 7 * window.dayWidth, 20);
        painter.drawText(place, Qt::AlignVCenter | (isEach ? Qt::AlignHCenter : Qt::AlignLeft),
                         QString::number(date.day()));
    }
}

}  // namespace zhixing::client
