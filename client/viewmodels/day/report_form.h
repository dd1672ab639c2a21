#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/frame/drafted.h"

namespace zhixing::client {

/// The daily report (F7), filled in from the day's records until the person types something else: what was finished or
/// moved along today, what is not done and why. Filing it again changes the same report.
class ReportForm : public zhixing::client::Drafted {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(QString dayWords READ dayWords NOTIFY changed FINAL)
    Q_PROPERTY(QString done READ done WRITE setDone NOTIFY changed FINAL)
    Q_PROPERTY(QString notDone READ notDone WRITE setNotDone NOTIFY changed FINAL)
    Q_PROPERTY(QString help READ help WRITE setHelp NOTIFY changed FINAL)
    Q_PROPERTY(QString next READ next WRITE setNext NOTIFY changed FINAL)
    /// The day's figures as typed, each with what is wrong with it; empty is not known, which is not zero.
    Q_PROPERTY(QString participants READ participants WRITE setParticipants NOTIFY changed FINAL)
    Q_PROPERTY(QString leads READ leads WRITE setLeads NOTIFY changed FINAL)
    Q_PROPERTY(QString orders READ orders WRITE setOrders NOTIFY changed FINAL)
    Q_PROPERTY(QString revenue READ revenue WRITE setRevenue NOTIFY changed FINAL)
    Q_PROPERTY(QString cost READ cost WRITE setCost NOTIFY changed FINAL)
    Q_PROPERTY(QString participantsFault READ participantsFault NOTIFY changed FINAL)
    Q_PROPERTY(QString leadsFault READ leadsFault NOTIFY changed FINAL)
    Q_PROPERTY(QString ordersFault READ ordersFault NOTIFY changed FINAL)
    Q_PROPERTY(QString revenueFault READ revenueFault NOTIFY changed FINAL)
    Q_PROPERTY(QString costFault READ costFault NOTIFY changed FINAL)
    /// What an order cost and what came back for the cost, with how that is reckoned; empty while it cannot be.
    Q_PROPERTY(QString reckoned READ reckoned NOTIFY changed FINAL)
    /// How many rows of the day's records it was filled in from; 0 once the person has typed.
    Q_PROPERTY(int filledIn READ filledIn NOTIFY changed FINAL)
    Q_PROPERTY(bool isFiled READ isFiled NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)

public:
    /// Under which its draft is kept.
    static constexpr QLatin1String formName{"daily_report/today"};
    explicit ReportForm(Context& context);

    [[nodiscard]] QString dayWords() const;
    [[nodiscard]] const QString& done() const { return done_; }
    void setDone(const QString& text);
    [[nodiscard]] const QString& notDone() const { return notDone_; }
    void setNotDone(const QString& text);
    [[nodiscard]] const QString& help() const { return help_; }
    void setHelp(const QString& text);
    [[nodiscard]] const QString& next() const { return next_; }
    void setNext(const QString& text);
    [[nodiscard]] const QString& participants() const { return figures_.participants; }
    void setParticipants(const QString& text) { type(figures_.participants, text); }
    [[nodiscard]] const QString& leads() const { return figures_.leads; }
    void setLeads(const QString& text) { type(figures_.leads, text); }
    [[nodiscard]] const QString& orders() const { return figures_.orders; }
    void setOrders(const QString& text) { type(figures_.orders, text); }
    [[nodiscard]] const QString& revenue() const { return figures_.revenue; }
    void setRevenue(const QString& text) { type(figures_.revenue, text); }
    [[nodiscard]] const QString& cost() const { return figures_.cost; }
    void setCost(const QString& text) { type(figures_.cost, text); }
    [[nodiscard]] QString participantsFault() const { return faultOf("participants", figures_.participants); }
    [[nodiscard]] QString leadsFault() const { return faultOf("leads", figures_.leads); }
    [[nodiscard]] QString ordersFault() const { return faultOf("orders", figures_.orders); }
    [[nodiscard]] QString revenueFault() const { return faultOf("revenue", figures_.revenue); }
    [[nodiscard]] QString costFault() const { return faultOf("cost", figures_.cost); }
    [[nodiscard]] QString reckoned() const;
    [[nodiscard]] int filledIn() const { return filledIn_; }
    [[nodiscard]] bool isFiled() const { return !report_.isNil(); }
    [[nodiscard]] bool canSave() const;

    Q_INVOKABLE bool save();

protected:
    QJsonObject content() const override;
    void restore(const QJsonObject& content) override;
    void blank() override;
    QString nameOf(const QJsonObject& content) const override;
    QString textOf(const QJsonObject& content) const override;
    void readForm(Reader& reader) override;

private:
    struct Figures {
        QString participants, leads, orders, revenue, cost;
        [[nodiscard]] bool areEmpty() const { return (participants + leads + orders + revenue + cost).isEmpty(); }
    };
    void type(QString& member, const QString& text);
    [[nodiscard]] static QString faultOf(const char* field, const QString& text);
    [[nodiscard]] bool hasFault() const;
    void addFigures(Context::Values& values) const;
    void readFigures(const Columns& row);
    void prefillCost(Reader& reader);
    void readFiled(Reader& reader);
    void prefill(Reader& reader);

    QString done_;
    QString notDone_;
    QString help_;
    QString next_;
    Figures figures_;
    int filledIn_ = 0;
    IdSet tasks_;  ///< that it was filled in from
    Date day_;     ///< of which it is: a draft from yesterday stays yesterday's report
    Id report_;    ///< that day's, once filed
    Id campaign_;
};

}  // namespace zhixing::client
