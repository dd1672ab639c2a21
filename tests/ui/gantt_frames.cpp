#include <algorithm>
#include <cstdio>
#include <vector>

#include <QtQml/qqmlextensionplugin.h>
#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>

/// Times the Gantt chart with thousands of tasks: it is flicked down, 60 pixels a frame, and to the side,
/// and draws each frame.
/// Prints milliseconds a frame: taking in the rows, and drawing (with reading the picture back) with the renderer in use.
namespace {

constexpr int taskCount = 5'000;
constexpr int frameCount = 240;

class Tasks : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    enum Role {
        key = Qt::UserRole,
        title,
        who,
        status,
        late,
        milestone,
        critical,
        startDay,
        dueDay,
        baseStart,
        baseDue,
        percent,
        after
    };

    [[nodiscard]] int rowCount(const QModelIndex&) const override { return taskCount; }
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override {
        return {{key, "key"},       {title, "title"},         {who, "who"},           {status, "status"},
                {late, "late"},     {milestone, "milestone"}, {critical, "critical"}, {startDay, "startDay"},
                {dueDay, "dueDay"}, {baseStart, "baseStart"}, {baseDue, "baseDue"},   {percent, "percent"},
                {after, "after"}};
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        const int row = index.row();
        const int start = 20'000 + row / 4;
        switch (role) {
            case key:
                return QString::number(row);
            case title:
                return QStringLiteral("门店物料采购与制作 %1").arg(row);
            case who:
                return QStringLiteral("市场部 · 张伟");
            case status:
                return row % 3 == 0 ? QStringLiteral("done") : QStringLiteral("in_progress");
            case late:
                return row % 7 == 0;
            case milestone:
                return row % 11 == 0;
            case critical:
                return row % 5 == 0;
            case startDay:
                return start;
            case dueDay:
                return start + row % 9;
            case baseStart:
                return start - 1;
            case baseDue:
                return start + row % 9 - 1;
            case percent:
                return row % 100;
            case after:
                return row > 0 ? QStringList{QString::number(row - 1)} : QStringList();
            default:
                return {};
        }
    }
};

void print(const char* what, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    std::printf("%-34s median %6.2f ms   p95 %6.2f ms   worst %6.2f ms\n", what, at(0.5), at(0.95), at(1));
}

}  // namespace

Q_IMPORT_QML_PLUGIN(Zhixing_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Zhixing_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Zhixing_ChartsPlugin)

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND")) qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication application(argc, argv);
    Tasks tasks;
    QQuickView view;
    view.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
    view.setInitialProperties({{QStringLiteral("model"), QVariant::fromValue<QObject*>(&tasks)},
                               {QStringLiteral("firstDay"), 19'995},
                               {QStringLiteral("lastDay"), 21'300},
                               {QStringLiteral("today"), 20'600}});
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.setSource(QUrl(QStringLiteral("qrc:/qt/qml/Zhixing/Charts/GanttPane.qml")));
    view.resize(1112, 620);
    view.show();
    view.rootObject()->setSize(QSizeF(1112, 620));
    QElapsedTimer timer;
    timer.start();
    view.grabWindow();
    std::printf("%d tasks on %d x %d, first frame %.1f ms\n", taskCount, view.width(), view.height(),
                static_cast<double>(timer.nsecsElapsed()) / 1e6);
    auto* area = view.rootObject()->findChild<QQuickItem*>(QStringLiteral("ganttArea"));
    if (area == nullptr) return 1;
    std::vector<double> drawing;
    std::vector<double> reading;
    for (int frame = 0; frame < frameCount; ++frame) {
        timer.start();
        area->setProperty("contentY", 60.0 * frame);
        area->setProperty("contentX", 12.0 * frame);
        view.grabWindow();
        drawing.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    for (int time = 0; time < 10; ++time) {
        emit tasks.dataChanged(tasks.index(0), tasks.index(0));
        timer.start();
        view.grabWindow();
        reading.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    print("a frame while scrolling", drawing);
    print("a frame after a row has changed", reading);
    return 0;
}
