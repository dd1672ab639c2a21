#include "client/viewmodels/frame/onlooker.h"

#include <QTest>

#include "tests/gallery/demo_gateway.h"

namespace zhixing::client {

/// Counts how often it reads, and how often because of tasks.
class Counted : public Live {
public:
    explicit Counted(Context& context) : Live(context, {"task", "spend"}) {}
    int count = 0;
    int countForTasks = 0;

protected:
    void read(Reader& /*reader*/) override {
        ++count;
        if (isDueFor({QStringLiteral("task")})) ++countForTasks;
    }
};

class TestOnlooker : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<DemoGateway> gateway_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<Context> context_;
    std::unique_ptr<Counted> model_;

    /// Tells that tasks have changed, and lets everything happen that follows from it.
    void changeRows(const QString& type = QStringLiteral("task")) {
        emit gateway_->rowsChanged({type});
        QCoreApplication::processEvents();
    }
    [[nodiscard]] std::unique_ptr<Onlooker> onlooker(bool looks) {
        auto onlooker = std::make_unique<Onlooker>();
        onlooker->setModel(QVariant::fromValue<QObject*>(model_.get()));
        onlooker->setLooks(looks);
        return onlooker;
    }

private slots:
    void init() {
        gateway_ = DemoGateway::make(DemoGateway::Person::field);
        QVERIFY(gateway_ != nullptr);
        settings_ = std::make_unique<Settings>(nullptr);
        context_ = std::make_unique<Context>(*gateway_, *settings_);
        model_ = std::make_unique<Counted>(*context_);
    }
    void cleanup() {
        model_.reset();
        context_.reset();
        settings_.reset();
        gateway_.reset();
    }

    void rowsChanged_withoutOnlookers_areReadOnce() {
        emit gateway_->rowsChanged({QStringLiteral("task")});
        emit gateway_->rowsChanged({QStringLiteral("task")});
        QCoreApplication::processEvents();

        QCOMPARE(model_->count, 1);
    }

    void rowsChanged_whileNobodyLooks_areReadWhenSomebodyDoes() {
        const auto page = onlooker(false);
        changeRows();
        changeRows();
        QCOMPARE(model_->count, 0);

        page->setLooks(true);

        QCOMPARE(model_->count, 1);
        changeRows();
        QCOMPARE(model_->count, 2);
    }

    void look_whenNothingChanged_readsNothing() {
        const auto page = onlooker(true);
        changeRows();
        QCOMPARE(model_->count, 1);

        page->setLooks(false);
        page->setLooks(true);

        QCOMPARE(model_->count, 1);
    }

    void rowsChanged_whileOneOfTwoLooks_areRead() {
        const auto page = onlooker(true);
        const auto other = onlooker(true);

        page->setLooks(false);
        changeRows();
        QCOMPARE(model_->count, 1);

        other->setLooks(false);
        changeRows();
        QCOMPARE(model_->count, 1);
    }

    void pageClosed_withItsOnlooker_looksNoMore() {
        auto page = onlooker(true);
        page.reset();
        changeRows();
        QCOMPARE(model_->count, 0);

        const auto again = onlooker(true);

        QCOMPARE(model_->count, 1);
    }

    void lookAway_betweenChangeAndReading_keepsItDue() {
        const auto page = onlooker(true);
        emit gateway_->rowsChanged({QStringLiteral("task")});
        page->setLooks(false);
        QCoreApplication::processEvents();
        QCOMPARE(model_->count, 0);

        page->setLooks(true);

        QCOMPARE(model_->count, 1);
    }

    void rowsChanged_ofOneType_makeOnlyThatDue() {
        model_->readNow();
        QCOMPARE(model_->countForTasks, 1);

        changeRows(QStringLiteral("spend"));
        QCOMPARE(model_->count, 2);
        QCOMPARE(model_->countForTasks, 1);

        changeRows();
        QCOMPARE(model_->count, 3);
        QCOMPARE(model_->countForTasks, 2);
    }

    void rowsChanged_whileNobodyLooks_addUp() {
        model_->readNow();
        const auto page = onlooker(false);
        changeRows();
        changeRows(QStringLiteral("spend"));

        page->setLooks(true);

        QCOMPARE(model_->count, 2);
        QCOMPARE(model_->countForTasks, 2);
    }

    void unitChanged_makesAllDue() {
        model_->readNow();
        changeRows(QStringLiteral("spend"));

        settings_->setInWan(!settings_->inWan());
        QCoreApplication::processEvents();

        QCOMPARE(model_->count, 3);
        QCOMPARE(model_->countForTasks, 2);
    }
};

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestOnlooker)
#include "tst_onlooker.moc"
