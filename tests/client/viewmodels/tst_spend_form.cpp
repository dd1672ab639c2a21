#include "client/viewmodels/day/spend_form.h"

#include <QSignalSpy>
#include <QTest>

#include "tests/gallery/demo_app.h"
#include "tests/gallery/sample_photos.h"

namespace zhixing::client {

/// A spend with a receipt, from the first keystroke to the correction after it was approved; no network anywhere.
class TestSpendForm : public QObject, protected DemoApp {
    Q_OBJECT

private:
    /// 物料制作费, of which this site has an allowance of 8,000 yuan, 860 of it approved and 320 waiting.
    static constexpr auto materialsLine = "0197a000-0000-7030-8000-000000000012";

    [[nodiscard]] SpendForm& form() { return *app_->spendForm(); }
    void take(const QImage& image) {
        form().photos()->take(QUrl::fromLocalFile(writtenSample(image)), true);
        QTRY_COMPARE(form().photos()->busy(), 0);
    }
    [[nodiscard]] QString invoice(const char* code) const { return QString::fromLatin1(code); }
    void typeSpend(const char* amount) {
        form().setLine(QLatin1String(materialsLine));
        form().setAmount(QString::fromUtf8(amount));
    }
    /// The newest spend of mine, as the device shows it.
    [[nodiscard]] QString column(const char* name) {
        Context context(*gateway_, *settings_);
        QString text;
        context.reader()->each(
            "SELECT " + std::string(name) + " FROM spend WHERE recorded_by = ?1 ORDER BY id DESC LIMIT 1",
            [&](Columns row) { text = row.text(0); }, context.person());
        return text;
    }
    /// A spend of mine as headquarters has it.
    [[nodiscard]] bool put(const std::string& fields) {
        return gateway_
            ->put(
                R"({"type":"spend","id":"0197f000-0000-7033-8000-000000000001","place":"0197a000-0000-7001-8000-000000000011",)"
                R"("budget_line":"0197a000-0000-7030-8000-000000000012","amount":50000,"spent_on":"2025-10-15",)"
                R"("recorded_by":"0197a000-0000-7002-8000-000000000006","recorded_at":1760490000000,)" +
                fields + "}")
            .ok();
    }
    static constexpr auto putKey = "0197f000-0000-7033-8000-000000000001";

private slots:
    void init();
    void cleanup() { end(); }

    void left_ofAnAllowance_isWhatThisSiteMaySpend();
    void left_whileTyping_saysWhatRemainsAfter();
    void invoice_photographed_fillsNumberDateAndAmount();
    void invoice_beforeTax_isSaidSo();
    void invoice_otherAmountThanTyped_isSaid();
    void invoice_usedBefore_isFlaggedAndMayBeSaved();
    void receipt_usedBefore_isFlagged();
    void price_thatDoesNotMultiply_warnsUntilItIsExplained();
    void save_withReceipt_namesIt();
    void draft_everyKeystroke_isKept();
    void draft_afterAKill_isOfferedWithItsTimeAndPhotos();
    void draft_ofAnotherVersion_asksToLookItOver();
    void returned_corrected_isSubmittedAgain();
    void returned_leftHalfWay_keepsBothDrafts();
    void approved_reversed_recordsTheOppositeOnce();
    void tray_correction_leavesTheDraftAlone();
};

void TestSpendForm::init() { QVERIFY(begin(DemoGateway::Person::field)); }

void TestSpendForm::left_ofAnAllowance_isWhatThisSiteMaySpend() {
    form().setLine(QLatin1String(materialsLine));

    QVERIFY2(form().lineLeft().startsWith(QStringLiteral("￥6,820 left for this site")), qPrintable(form().lineLeft()));
    QVERIFY(form().lineLeft().contains(QStringLiteral("as of 08:32")));
}

void TestSpendForm::left_whileTyping_saysWhatRemainsAfter() {
    typeSpend("20");
    QVERIFY2(form().lineLeft().contains(QStringLiteral("￥6,800 after this")), qPrintable(form().lineLeft()));

    form().setAmount(QStringLiteral("1万"));

    QVERIFY(form().overspends());
    QCOMPARE(form().lineFault(), QStringLiteral("￥3,180 more than is left"));
    QVERIFY(form().canSave());
}

void TestSpendForm::invoice_photographed_fillsNumberDateAndAmount() {
    take(sampleInvoice(invoice("01,32,,25312000000199887766,320.50,20251015,,7A01,")));

    QCOMPARE(form().invoice(), QStringLiteral("25312000000199887766"));
    QCOMPARE(form().amount(), QStringLiteral("320.50"));
    QCOMPARE(form().day(), QStringLiteral("2025-10-15"));
    QCOMPARE(form().photos()->count(), 1);
}

void TestSpendForm::invoice_beforeTax_isSaidSo() {
    take(sampleInvoice(invoice("01,10,031002500204,55938841,3773.58,20251014,68712345678901234567,3F2A,")));

    QVERIFY2(form().invoiceWords().contains(QStringLiteral("￥3,773.58 before tax")),
             qPrintable(form().invoiceWords()));
}

void TestSpendForm::invoice_otherAmountThanTyped_isSaid() {
    typeSpend("300");

    take(sampleInvoice(invoice("01,32,,25312000000199887766,320.50,20251015,,7A01,")));

    QCOMPARE(form().amount(), QStringLiteral("300"));
    QVERIFY(form().invoiceWords().contains(QStringLiteral("not the amount above")));
}

void TestSpendForm::invoice_usedBefore_isFlaggedAndMayBeSaved() {
    typeSpend("860");
    form().setInvoice(QStringLiteral("25312000000188231745"));

    QTRY_VERIFY(form().invoiceWarning().contains(QStringLiteral("￥860")));
    QCOMPARE(form().saveWord(), QStringLiteral("Save, although it was used before"));
    QVERIFY(form().canSave());

    form().setInvoice(QStringLiteral("25312000000188231746"));
    QTRY_COMPARE(form().invoiceWarning(), QString());
}

void TestSpendForm::receipt_usedBefore_isFlagged() {
    typeSpend("100");
    take(samplePhoto(1));
    QVERIFY(form().save());
    QTRY_COMPARE(form().photos()->count(), 0);

    typeSpend("100");
    take(samplePhoto(1));

    QVERIFY2(form().photos()->warning().contains(QStringLiteral("a spend of ￥100")),
             qPrintable(form().photos()->warning()));
}

void TestSpendForm::price_thatDoesNotMultiply_warnsUntilItIsExplained() {
    typeSpend("860");
    form().setQuantity(QStringLiteral("6"));
    form().setUnitPrice(QStringLiteral("143"));
    QVERIFY2(form().priceWarning().contains(QStringLiteral("￥858")), qPrintable(form().priceWarning()));
    QCOMPARE(form().saveWord(), QStringLiteral("Save without explaining the difference"));
    QVERIFY(form().canSave());

    form().setDifference(QStringLiteral("delivery"));
    QCOMPARE(form().saveWord(), QStringLiteral("Save"));
    QVERIFY(form().save());

    QTRY_COMPARE(column("difference_note"), QStringLiteral("delivery"));
    QCOMPARE(column("quantity").toDouble(), 6.0);
    QCOMPARE(column("unit_price"), QStringLiteral("14300"));
}

void TestSpendForm::save_withReceipt_namesIt() {
    typeSpend("88");
    take(samplePhoto(1));
    take(samplePhoto(2));

    QVERIFY(form().save());

    QTRY_COMPARE(app_->sync()->waiting(), 3);
    QCOMPARE(column("json_array_length(receipts)"), QStringLiteral("2"));
    QCOMPARE(*gateway_->blobs().waitingCount(), 2);
    QCOMPARE(form().photos()->count(), 0);
}

void TestSpendForm::draft_everyKeystroke_isKept() {
    form().setNote(QStringLiteral("f"));
    QVERIFY(gateway_->draft(QStringLiteral("spend/new")).contains(QStringLiteral("\"f\"")));

    form().setNote(QStringLiteral("fl"));
    QVERIFY(gateway_->draft(QStringLiteral("spend/new")).contains(QStringLiteral("\"fl\"")));
}

void TestSpendForm::draft_afterAKill_isOfferedWithItsTimeAndPhotos() {
    typeSpend("88");
    form().setInvoice(QStringLiteral("12345678"));
    take(samplePhoto(1));

    restart();

    QVERIFY(form().fromDraft());
    QVERIFY2(form().startedFrom().contains(QStringLiteral("08:4")), qPrintable(form().startedFrom()));
    QCOMPARE(form().amount(), QStringLiteral("88"));
    QCOMPARE(form().line(), QLatin1String(materialsLine));
    QCOMPARE(form().invoice(), QStringLiteral("12345678"));
    QTRY_COMPARE(form().photos()->count(), 1);
    QCOMPARE(form().photos()->rows()->value(0, QStringLiteral("state")).toString(), QStringLiteral("draft"));
}

void TestSpendForm::draft_ofAnotherVersion_asksToLookItOver() {
    gateway_->saveDraft(QStringLiteral("spend/new"),
                        QStringLiteral(R"({"content":{"amount":"88"},"at":1760575200000,"version":1})"));

    restart();

    QCOMPARE(form().amount(), QStringLiteral("88"));
    QVERIFY(form().startedFrom().contains(QStringLiteral("look it over")));
}

void TestSpendForm::returned_corrected_isSubmittedAgain() {
    QVERIFY(put(R"("state":"returned","returned_reason":"the receipt is missing")"));

    form().reopen(QLatin1String(putKey));
    QVERIFY(form().isCorrection());
    QCOMPARE(form().amount(), QStringLiteral("500"));
    QVERIFY(form().startedFrom().contains(QStringLiteral("the receipt is missing")));
    take(samplePhoto(1));
    QVERIFY(form().save());

    QTRY_VERIFY(!form().isCorrection());
    QTRY_COMPARE(column("state"), QStringLiteral("submitted"));
    QCOMPARE(column("json_array_length(receipts)"), QStringLiteral("1"));
}

void TestSpendForm::returned_leftHalfWay_keepsBothDrafts() {
    QVERIFY(put(R"("state":"returned","returned_reason":"too much")"));
    typeSpend("88");
    take(samplePhoto(1));

    form().reopen(QLatin1String(putKey));
    QTRY_COMPARE(form().photos()->count(), 0);
    form().setAmount(QStringLiteral("450"));
    form().leave();

    QCOMPARE(form().amount(), QStringLiteral("88"));
    QTRY_COMPARE(form().photos()->count(), 1);
    form().reopen(QLatin1String(putKey));
    QCOMPARE(form().amount(), QStringLiteral("450"));
}

void TestSpendForm::approved_reversed_recordsTheOppositeOnce() {
    QVERIFY(
        put(R"("state":"approved","decided_by":"0197a000-0000-7002-8000-000000000004","decided_at":1760490600000)"));
    const QSignalSpy said(app_.get(), &App::said);

    form().reverse(QLatin1String(putKey), QStringLiteral("wrong line"));
    QTRY_COMPARE(column("amount"), QStringLiteral("-50000"));
    QCOMPARE(column("note"), QStringLiteral("wrong line"));
    QCOMPARE(app_->sync()->waiting(), 1);

    form().reverse(QLatin1String(putKey), QStringLiteral("again"));
    QCOMPARE(app_->sync()->waiting(), 1);
    QCOMPARE(said.last()[1].toBool(), true);
}

void TestSpendForm::tray_correction_leavesTheDraftAlone() {
    typeSpend("300");
    QVERIFY(form().save());
    QVERIFY(gateway_->refuse(1, Code::out_of_range, "amount").ok());
    QTRY_COMPARE(app_->sync()->tray()->count(), 1);
    form().setAmount(QStringLiteral("77"));
    take(samplePhoto(1));

    form().correct(app_->sync()->tray()->value(0, QStringLiteral("key")).toString());
    QCOMPARE(form().amount(), QStringLiteral("300"));
    QTRY_COMPARE(form().photos()->count(), 0);
    form().setAmount(QStringLiteral("200"));
    QVERIFY(form().save());

    QTRY_COMPARE(form().amount(), QStringLiteral("77"));
    QTRY_COMPARE(form().photos()->count(), 1);
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestSpendForm)
#include "tst_spend_form.moc"
