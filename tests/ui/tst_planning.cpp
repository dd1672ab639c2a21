#include <QFileInfo>
#include <QTemporaryDir>

#include "tests/ui/demo_journey.h"

namespace zhixing::client {

/// A manager plans on the laptop by mouse and by keyboard, and the network is away.
class TestPlanning : public DemoJourney {
    Q_OBJECT

private:
    void openTab(const char* name);
    [[nodiscard]] QVariant value(int row, const char* role) const {
        return app_->plan()->rows()->value(row, QLatin1String(role));
    }
    [[nodiscard]] QRectF barRect(int row) const {
        QRectF rect;
        QMetaObject::invokeMethod(shown(QStringLiteral("ganttChart")), "barRect", Q_RETURN_ARG(QRectF, rect),
                                  Q_ARG(int, row));
        return rect;
    }

    QTemporaryDir home_;
    [[nodiscard]] QString outcome() const { return app_->exporter()->outcome(); }
    void exportTab(const char* name);

private slots:
    void initTestCase() { qputenv("HOME", home_.path().toLocal8Bit()); }
    void plan_cellTypedByKeyboard_isRecorded();
    void plan_nonsenseTyped_staysWithItsReason();
    void plan_ownerChosenFromTheList_isRecorded();
    void plan_taskAddedAndUndone_staysUsable();
    void gantt_barDragged_movesTheTaskAndItsFollower();
    void targets_partTyped_addsUpAgain();
    void raci_letterTyped_isRecorded();
    void campaign_fromATemplate_isPlanned();
    void phone_taskMovedAndFinished_isRecorded();
    void phone_noViewIsWiderThanTheScreen();
    void export_ofFeedback_isWrittenCountedAndSaid();
    void export_ofTheBudget_isTheFormWithItsTotal();
    void export_ofResponsibilities_hasAColumnForEachPerson();
    void export_ofTheGantt_isAPdf();
    void export_toWhereNothingCanBe_saysSoAndGoesOn();
    void gantt_endDragged_changesTheEndAlone();
    void gantt_byKeyboard_movesAndTakesBack();
    void gantt_escapeWhileMoving_changesNothing();
};

void TestPlanning::openTab(const char* name) {
    open(DemoGateway::Person::manager, laptopSize);
    gateway_->setOnline(false);
    window_->show(QLatin1String(name));
    window()->grabWindow();
    if (qstrcmp(name, "gantt") != 0) return;
    // The plan is fitted into the window first.
    const QQuickItem* chart = shown(QStringLiteral("ganttChart"));
    QVERIFY(chart != nullptr);
    QTRY_VERIFY(barRect(17).right() <= chart->width());
    QTRY_VERIFY(shown(QStringLiteral("gantt"))->hasActiveFocus());
}

void TestPlanning::exportTab(const char* name) {
    openTab(name);
    click(QStringLiteral("export"));
    QTRY_VERIFY(shown(QStringLiteral("exportHere")) != nullptr);
}

void TestPlanning::phone_taskMovedAndFinished_isRecorded() {
    open(DemoGateway::Person::manager, phoneSize);
    gateway_->setOnline(false);
    window_->show(QStringLiteral("planning"));
    click(QStringLiteral("planLine2"));
    QTRY_VERIFY(shown(QStringLiteral("savePlanLine")) != nullptr);
    const int begin = value(1, "startDay").toInt(), end = value(1, "dueDay").toInt();

    click(QStringLiteral("endLater"));
    click(QStringLiteral("endLater"));
    click(QStringLiteral("beginLater"));
    QVERIFY(page_->pressWord(QStringLiteral("Done")));
    click(QStringLiteral("savePlanLine"));

    QTRY_COMPARE(value(1, "dueDay").toInt(), end + 2);
    QCOMPARE(value(1, "startDay").toInt(), begin + 1);
    QCOMPARE(value(1, "status").toString(), QStringLiteral("done"));
    QTRY_VERIFY(app_->sync()->waiting() >= 1);
    QTRY_VERIFY(shown(QStringLiteral("savePlanLine")) == nullptr);
}

void TestPlanning::phone_noViewIsWiderThanTheScreen() {
    open(DemoGateway::Person::manager, QSize(360, 780));
    for (const char* view : {"planning", "planningTargets", "planningBudget", "planningRaci"}) {
        window_->show(QLatin1String(view));
        window()->grabWindow();
        std::function<void(const QQuickItem&)> look = [&](const QQuickItem& item) {
            if (!item.isVisible()) return;
            const QRectF place = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
            const bool isFlickable = item.inherits("QQuickFlickable");
            if (isFlickable)
                QVERIFY2(item.property("contentWidth").toReal() <= item.width() + 1, qPrintable(item.objectName()));
            if (item.inherits("QQuickText") && item.width() > 0) {
                QVERIFY2(place.left() >= -1 && place.right() <= 361,
                         qPrintable(QLatin1String(view) + QStringLiteral(": ") + item.property("text").toString()));
            }
            for (const QQuickItem* child : item.childItems()) look(*child);
        };
        look(*window()->contentItem());
    }
}

void TestPlanning::export_ofFeedback_isWrittenCountedAndSaid() {
    exportTab("voices");
    click(QStringLiteral("exportHere"));

    QTRY_VERIFY(shown(QStringLiteral("exportOpen")) != nullptr);
    const int rows = app_->campaigns()->feedback()->count();
    QVERIFY(rows > 0);
    QVERIFY2(outcome().startsWith(QStringLiteral("%1 rows of feedback").arg(rows)), qPrintable(outcome()));
    const QString path = app_->exporter()->file().toLocalFile();
    QVERIFY(path.startsWith(home_.path()) && path.endsWith(QStringLiteral(".xlsx")));
    QVERIFY(QFileInfo(path).size() > 1000);
}

void TestPlanning::export_ofTheBudget_isTheFormWithItsTotal() {
    openTab("budget");
    const QUrl file = app_->exporter()->suggested(QStringLiteral("budget"), QStringLiteral("csv"));

    app_->exporter()->write(QStringLiteral("budget"), file);

    QTRY_VERIFY(!app_->exporter()->busy());
    QFile written(file.toLocalFile());
    QVERIFY2(written.open(QIODevice::ReadOnly), qPrintable(outcome()));
    const QList<QByteArray> lines = written.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), app_->budget()->lines()->count() + 2);
    const QByteArray total = app_->budget()->total().remove(u',').toUtf8();
    QVERIFY(lines.last().contains(total));
}

void TestPlanning::export_ofResponsibilities_hasAColumnForEachPerson() {
    exportTab("raci");
    const QUrl file = app_->exporter()->suggested(QStringLiteral("raci"), QStringLiteral("csv"));

    app_->exporter()->write(QStringLiteral("raci"), file);

    QTRY_VERIFY(!app_->exporter()->busy());
    QFile written(file.toLocalFile());
    QVERIFY2(written.open(QIODevice::ReadOnly), qPrintable(outcome()));
    const QList<QByteArray> lines = written.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), app_->raci()->rows()->count() + 1);
    for (const QVariant& person : app_->raci()->people())
        QVERIFY(lines.first().contains(person.toMap()["label"].toString().toUtf8()));
    const QList<QByteArray> cells = lines[1].trimmed().replace('"', "").split(',');
    QCOMPARE(cells.size(), app_->raci()->people().size() + 3);
    QVERIFY2(cells.contains("A"), lines[1].constData());
}

void TestPlanning::export_ofTheGantt_isAPdf() {
    exportTab("gantt");
    click(QStringLiteral("exportHere"));

    QTRY_VERIFY(shown(QStringLiteral("exportOpen")) != nullptr);
    QFile written(app_->exporter()->file().toLocalFile());
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.read(5) == "%PDF-");
    QVERIFY(written.size() > 5'000);
}

void TestPlanning::export_toWhereNothingCanBe_saysSoAndGoesOn() {
    exportTab("plan");
    const QUrl nowhere = QUrl::fromLocalFile(home_.filePath(QStringLiteral("no/such/plan.xlsx")));
    app_->exporter()->write(QStringLiteral("plan"), nowhere);

    QTRY_VERIFY(app_->exporter()->failed());
    QVERIFY(shown(QStringLiteral("exportOutcome"))
                ->property("text")
                .toString()
                .contains(QStringLiteral("could not be written")));
    click(QStringLiteral("exportHere"));

    QTRY_VERIFY(shown(QStringLiteral("exportOpen")) != nullptr);
    QVERIFY(!app_->exporter()->failed());
}

void TestPlanning::plan_cellTypedByKeyboard_isRecorded() {
    openTab("plan");
    QQuickItem* table = shown(QStringLiteral("planTable"));
    QVERIFY(table != nullptr);
    click(*table, {table->width() * 0.15, 60});
    press(Qt::Key_Down);
    press(Qt::Key_F2);
    QTRY_VERIFY(shown(QStringLiteral("cellEditor")) != nullptr);
    press(Qt::Key_A, Qt::ControlModifier);
    type("Warm up");
    press(Qt::Key_Return);

    QTRY_COMPARE(value(1, "title").toString(), QStringLiteral("Warm up"));
    QVERIFY(shown(QStringLiteral("cellEditor")) == nullptr);
    QCOMPARE(app_->sync()->waiting(), 1);
}

void TestPlanning::plan_nonsenseTyped_staysWithItsReason() {
    openTab("plan");
    QQuickItem* table = shown(QStringLiteral("planTable"));
    click(*table, {table->width() * 0.15, 60});
    // Content, person, begin.
    for (int i = 0; i < 3; ++i) press(Qt::Key_Right);
    type("x");
    press(Qt::Key_Return);

    QVERIFY(shown(QStringLiteral("cellEditor")) != nullptr);
    QVERIFY(!shown(QStringLiteral("cellEditor"))->property("fault").toString().isEmpty());
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown(QStringLiteral("cellEditor")) == nullptr);
    QCOMPARE(app_->sync()->waiting(), 0);
}

void TestPlanning::plan_ownerChosenFromTheList_isRecorded() {
    openTab("plan");
    QQuickItem* table = shown(QStringLiteral("planTable"));
    click(*table, {table->width() * 0.15, 60});
    for (int i = 0; i < 2; ++i) press(Qt::Key_Right);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(QStringLiteral("cellEditor")) != nullptr);
    const QString before = value(0, "ownerKey").toString();
    press(Qt::Key_Down);
    press(Qt::Key_Return);

    QTRY_VERIFY(value(0, "ownerKey").toString() != before);
}

void TestPlanning::plan_taskAddedAndUndone_staysUsable() {
    openTab("plan");
    const int before = app_->plan()->rows()->count();
    click(QStringLiteral("addTask"));
    type("Thank everyone");
    press(Qt::Key_Return);

    QTRY_COMPARE(app_->plan()->rows()->count(), before + 1);
}

void TestPlanning::targets_partTyped_addsUpAgain() {
    openTab("targets");
    QTRY_VERIFY(shown(QStringLiteral("targetsTable"))->hasActiveFocus());
    // Its own row, the sum by market, Xuhui, and West Lake, which is short by ten.
    for (int i = 0; i < 4; ++i) press(Qt::Key_Down);
    press(Qt::Key_Right);
    type("500");
    press(Qt::Key_Return);

    QTRY_COMPARE(app_->targets()->faultCount(), 0);
    QCOMPARE(app_->sync()->waiting(), 1);
}

void TestPlanning::raci_letterTyped_isRecorded() {
    openTab("raci");
    QTRY_VERIFY(shown(QStringLiteral("raciTable"))->hasActiveFocus());
    for (int i = 0; i < 5; ++i) press(Qt::Key_Down);
    press(Qt::Key_A);

    QTRY_COMPARE(app_->raci()->rows()->value(5, QStringLiteral("gap")).toString(), QStringLiteral("Complete"));
    QCOMPARE(app_->sync()->waiting(), 1);
}

void TestPlanning::campaign_fromATemplate_isPlanned() {
    openTab("plan");
    click(QStringLiteral("newCampaign"));
    QTRY_VERIFY(shown(QStringLiteral("campaignName")) != nullptr);
    QTRY_VERIFY(shown(QStringLiteral("campaignName"))->hasActiveFocus());
    type("Winter");
    press(Qt::Key_Tab);
    shown(QStringLiteral("campaignDay"))->forceActiveFocus();
    type("2025-12-20");
    QQuickItem* list = shown(QStringLiteral("templateList"));
    click(*list, {60, 20});
    click(QStringLiteral("startCampaign"));

    QTRY_COMPARE(app_->campaigns()->name(), QStringLiteral("Winter"));
    QVERIFY(app_->plan()->rows()->count() > 0);
    QTRY_VERIFY(shown(QStringLiteral("campaignName")) == nullptr);
}

void TestPlanning::gantt_barDragged_movesTheTaskAndItsFollower() {
    openTab("gantt");
    QQuickItem* chart = shown(QStringLiteral("ganttChart"));
    QVERIFY(chart != nullptr);
    const qreal day = chart->property("dayWidth").toReal();
    const int start = value(4, "startDay").toInt();
    const int follower = value(8, "startDay").toInt();
    const QPointF from = chart->mapToScene(barRect(4).center());

    QTest::mousePress(window(), Qt::LeftButton, {}, from.toPoint());
    for (int step = 1; step <= 4; ++step) {
        QTest::mouseMove(window(), (from + QPointF(day * step / 2, 0)).toPoint());
    }
    QVERIFY(chart->property("moving").toBool());
    QCOMPARE(chart->property("movingStart").toInt(), start + 2);
    QTest::mouseRelease(window(), Qt::LeftButton, {}, (from + QPointF(day * 2, 0)).toPoint());

    QTRY_COMPARE(value(4, "startDay").toInt(), start + 2);
    QCOMPARE(value(8, "startDay").toInt(), follower + 2);
}

void TestPlanning::gantt_endDragged_changesTheEndAlone() {
    openTab("gantt");
    QQuickItem* chart = shown(QStringLiteral("ganttChart"));
    const qreal day = chart->property("dayWidth").toReal();
    const int start = value(8, "startDay").toInt();
    const int due = value(8, "dueDay").toInt();
    const QPointF from = chart->mapToScene(QPointF(barRect(8).right() - 2, barRect(8).center().y()));

    QTest::mousePress(window(), Qt::LeftButton, {}, from.toPoint());
    QTest::mouseMove(window(), (from + QPointF(day, 0)).toPoint());
    QTest::mouseRelease(window(), Qt::LeftButton, {}, (from + QPointF(day, 0)).toPoint());

    QTRY_COMPARE(value(8, "dueDay").toInt(), due + 1);
    QCOMPARE(value(8, "startDay").toInt(), start);
}

void TestPlanning::gantt_byKeyboard_movesAndTakesBack() {
    openTab("gantt");
    const int start = value(8, "startDay").toInt();
    for (int i = 0; i < 9; ++i) press(Qt::Key_Down);
    QCOMPARE(shown(QStringLiteral("ganttChart"))->property("currentRow").toInt(), 8);
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_Return);

    QTRY_COMPARE(value(8, "startDay").toInt(), start + 2);
    QCOMPARE(app_->sync()->waiting(), 1);

    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(value(8, "startDay").toInt(), start);
}

void TestPlanning::gantt_escapeWhileMoving_changesNothing() {
    openTab("gantt");
    press(Qt::Key_Down);
    press(Qt::Key_Right);
    QVERIFY(shown(QStringLiteral("ganttChart"))->property("moving").toBool());
    press(Qt::Key_Escape);

    QVERIFY(!shown(QStringLiteral("ganttChart"))->property("moving").toBool());
    QCOMPARE(app_->sync()->waiting(), 0);
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestPlanning)
#include "tst_planning.moc"
