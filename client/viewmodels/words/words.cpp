#include "client/viewmodels/words/words.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace zhixing::client::words {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

bool isInWan = false;

QDate qDate(Date date) { return QDate(1970, 1, 1).addDays(date.days); }

}  // namespace

QString yuan(std::int64_t fen) { return QString::fromStdString(yuanText(Money{fen})); }

void showSumsInWan(bool inWan) { isInWan = inWan; }

QString sum(std::int64_t fen) {
    if (!isInWan) return yuan(fen);
    const QString wan = QString::fromStdString(wanText(Money{fen})).remove(u'万');
    return Words::tr("%1 wan", "an amount in units of 10,000 yuan").arg(wan);
}

QString day(Date date, Date today) {
    const QDate there = qDate(date);
    const bool isThisYear = there.year() == qDate(today).year();
    //: Date formats as in QDate::toString: without and with the year.
    return QLocale().toString(there, isThisYear ? Words::tr("d MMM") : Words::tr("d MMM yyyy"));
}

QString nearDay(Date date, Date today) {
    switch (date.days - today.days) {
        case 0:
            return Words::tr("today");
        case 1:
            return Words::tr("tomorrow");
        case -1:
            return Words::tr("yesterday");
        default:
            return day(date, today);
    }
}

QString bytes(qint64 count) { return QLocale().formattedDataSize(count, 1, QLocale::DataSizeTraditionalFormat); }

QString isoDay(Date date) { return QString::fromStdString(date.text()); }

QString weekday(Date date) { return QLocale().dayName(date.isoWeekday()); }

QString moment(Instant instant, Date today) {
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(instant.ms, QTimeZone(8 * 60 * 60));
    const QString time = there.toString(QStringLiteral("HH:mm"));
    const Date date = dateAt(instant);
    return date == today ? time : Words::tr("%1 %2", "day, time").arg(day(date, today), time);
}

QString secondOf(Instant instant) {
    return QDateTime::fromMSecsSinceEpoch(instant.ms, QTimeZone(8 * 60 * 60)).toString(QStringLiteral("HH:mm:ss"));
}

QString due(Date date, const QString& time, Date today, bool isOpen) {
    const auto daysLate = static_cast<int>(today.days - date.days);
    if (isOpen && daysLate > 0) return Words::tr("%n day(s) late", "", daysLate);
    if (time.isEmpty()) return Words::tr("due %1").arg(nearDay(date, today));
    return Words::tr("due %1 %2", "day, time").arg(nearDay(date, today), time);
}

QString taskStatus(const QString& word) { return option("task", word, "not_started"); }

QString taskStep(const QString& word) {
    if (word == u"in_progress") return Words::tr("Start");
    if (word == u"done") return Words::tr("Finish");
    if (word == u"cancelled") return Words::tr("Cancel the task");
    return Words::tr("Put back");
}

QString spendState(const QString& word) { return option("spend", word, "submitted"); }

QString campaignState(const QString& word) { return option("campaign", word, "draft"); }

QString costCategory(const QString& word) { return option("budget_line", word, "other"); }

QString lineName(const QString& category, const QString& item) {
    if (category.isEmpty() || item.isEmpty() || category == item) return item.isEmpty() ? category : item;
    return category + QStringLiteral(" · ") + item;
}

QString feedbackKind(const QString& word) { return option("feedback", word, "other"); }

QString role(const QString& word) { return option("grant", word, "field"); }

QString value(const Field& field, const Value& value, Date today) {
    if (!isSet(value)) return Words::tr("empty");
    switch (field.kind) {
        case Kind::money:
            return QStringLiteral("￥") + yuan(std::get<std::int64_t>(value));
        case Kind::date:
            return day(Date{std::get<std::int64_t>(value)}, today);
        case Kind::instant:
            return moment(Instant{std::get<std::int64_t>(value)}, today);
        case Kind::boolean:
            return std::get<bool>(value) ? Words::tr("yes") : Words::tr("no");
        case Kind::integer:
        case Kind::counter:
        case Kind::rating:
            return QString::number(std::get<std::int64_t>(value));
        case Kind::option: {
            return option({}, std::get<std::string>(value));
        }
        case Kind::text:
        case Kind::longText:
            return QString::fromStdString(std::get<std::string>(value)).simplified();
        default:
            return Words::tr("changed");
    }
}

Result<Value> typed(const Field& field, const QString& text) {
    const std::string words = text.trimmed().toStdString();
    const Error nonsense{Code::malformed, "this is no such value", std::string(field.name), {}};
    if (field.kind == Kind::text || field.kind == Kind::longText) return Value(words);
    if (field.kind == Kind::option) {
        const bool isKnown = std::find(field.options.begin(), field.options.end(), words) != field.options.end();
        return isKnown ? Result<Value>(Value(words)) : nonsense;
    }
    if (field.kind == Kind::money) {
        ZX_ASSIGN(const Money money, parseMoney(words));
        return Value(money.fen);
    }
    if (field.kind == Kind::date) {
        const auto date = Date::parse(words);
        if (!date) return nonsense;
        return Value(std::int64_t{date->days});
    }
    bool isNumber = false;
    if (field.kind == Kind::decimal) {
        constexpr double most = 9e9;  // beyond it a double no longer tells millionths apart
        const double number = QString(text).remove(u',').trimmed().toDouble(&isNumber);
        if (!isNumber || !(std::abs(number) <= most)) return nonsense;
        return Value(static_cast<std::int64_t>(std::llround(number * 1e6)));
    }
    const qlonglong number = text.trimmed().toLongLong(&isNumber);
    if (!isNumber) return nonsense;
    return Value(std::int64_t{number});
}

QString decimal(std::int64_t millionths) {
    return QLocale::c().toString(static_cast<double>(millionths) / 1e6, 'f', QLocale::FloatingPointShortest);
}

QString failure(const Error& error) {
    switch (error.code) {
        case Code::disk_full:
            return Words::tr(
                "The storage of this device is full, so this was not saved. Earlier work is safe. Free some space and "
                "save again.");
        case Code::io_failed:
            return Words::tr(
                "The storage of this device failed, so this was not saved. Earlier work is safe. Please restart the "
                "app.");
        case Code::damaged:
            return Words::tr(
                "The file on this device is damaged and was left untouched. Please ask your administrator.");
        case Code::not_ours:
            return Words::tr("This file is not a Zhixing store and was left untouched.");
        case Code::newer_format:
            return Words::tr("This file was made by a newer Zhixing. Please update the app; nothing was changed.");
        case Code::locked:
            return Words::tr("Zhixing is already open on this device. Please use that window.");
        case Code::bad_credentials:
            return Words::tr("The password is not right. Please try again.");
        case Code::bad_enrolment_code:
            return Words::tr("This link is not valid, or older than ten minutes. Please ask for a new one.");
        case Code::enrolment_used:
            return Words::tr("This link was used before. Please ask for a new one.");
        case Code::unreachable:
            return Words::tr("The server cannot be reached. Please check the network and try again.");
        case Code::untrusted:
            return Words::tr(
                "The server's certificate is not trusted, so nothing was sent. Please ask your administrator.");
        case Code::timed_out:
            return Words::tr("The server did not answer in time. Please try again.");
        case Code::too_many_attempts:
            return Words::tr("Too many attempts. Please wait a few minutes.");
        default:
            return refusal(error);
    }
}

// Every code has a sentence of its own: without a default the compiler names the one that was forgotten.
QString refusal(const Error& error) {
    const QString name = error.field.empty() ? Words::tr("An entry") : field(error.field);
    switch (error.code) {
        case Code::required:
            return Words::tr("%1 is missing.").arg(name);
        case Code::too_long:
            if (!error.limit) return Words::tr("%1 is too long. Please shorten it.").arg(name);
            return Words::tr("%1 is too long (at most %2).").arg(name).arg(*error.limit);
        case Code::too_many:
            return Words::tr("%1 has too many parts. Please leave some out.").arg(name);
        case Code::too_large:
        case Code::too_deep:
            return Words::tr("This is too much for one entry. Please shorten it, or split it in two.");
        case Code::out_of_range:
            return Words::tr("%1 is out of range.").arg(name);
        case Code::not_an_option:
            return Words::tr("%1: this choice no longer exists. Please choose another.").arg(name);
        case Code::bad_reference:
            return Words::tr("%1 no longer exists. Please choose another.").arg(name);
        case Code::forbidden:
            return Words::tr("Your role does not allow this.");
        case Code::not_editable:
            return Words::tr("This can no longer be changed in its present state.");
        case Code::bad_transition:
            return Words::tr("Someone moved this on in the meantime, so this step is no longer possible.");
        case Code::outdated:
            return Words::tr("Somebody changed this after you looked at it. Please look again and decide anew.");
        case Code::self_approval:
            return Words::tr("Nobody approves their own spend. Please ask a colleague.");
        case Code::second_approval:
            return error.limit
                       ? Words::tr("Above ￥%1 finance or headquarters decides. Please agree, and pass it on.")
                             .arg(yuan(*error.limit))
                       : Words::tr("Above the limit finance or headquarters decides. Please agree, and pass it on.");
        case Code::not_found:
            return Words::tr("This record no longer exists.");
        case Code::already_exists:
            return Words::tr("This was recorded before.");
        case Code::not_unique:
            return Words::tr("%1 is already in use.").arg(name);
        case Code::group_failed:
            return Words::tr("It belonged together with another change that was refused.");
        case Code::depends_on_rejected:
            return Words::tr("It builds on another change that was refused.");
        case Code::device_revoked:
            return Words::tr("This device was signed out by an administrator. What you recorded is still here.");
        case Code::person_disabled:
            return Words::tr("This account was closed. What you recorded is still here.");
        case Code::token_expired:
        case Code::not_enrolled:
            return Words::tr("Please enrol this device again. What you recorded is still here.");
        case Code::malformed:
        case Code::duplicate_key:
        case Code::wrong_type:
        case Code::unknown_field:
        case Code::unknown_type:
        case Code::bad_encoding:
        case Code::unsupported_protocol:
            return Words::tr(
                "This app and the server do not understand each other. Please update the app. What you recorded is "
                "still here.");
        case Code::unexpected_message:
        case Code::counter_gap:
        case Code::wrong_epoch:
        case Code::internal:
            return Words::tr(
                "Something went wrong on the way to the server. It is tried again by itself. What you recorded is "
                "still "
                "here.");
        case Code::slow_consumer:
        case Code::busy:
        case Code::shutting_down:
            return Words::tr("The server is busy. It is tried again in a moment.");
        case Code::cancelled:
            return Words::tr("Cancelled. Nothing was changed.");
        case Code::disk_full:
        case Code::io_failed:
        case Code::damaged:
        case Code::not_ours:
        case Code::newer_format:
        case Code::locked:
            return Words::tr(
                "The server has a problem with its storage. What you recorded is still here and will be sent later.");
        case Code::bad_credentials:
        case Code::bad_enrolment_code:
        case Code::enrolment_used:
        case Code::unreachable:
        case Code::untrusted:
        case Code::timed_out:
        case Code::too_many_attempts:
            return failure(error);
    }
    return {};
}

}  // namespace zhixing::client::words
