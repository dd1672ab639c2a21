#include "client/viewmodels/frame/settings.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>
#include <QVariant>

#include "client/viewmodels/words/words.h"

namespace zhixing::client {

namespace {

QString languageOfSystem() {
    const QLocale system = QLocale::system();
    if (system.language() == QLocale::English) return QStringLiteral("en");
    const bool isTraditional =
        system.language() == QLocale::Chinese && system.script() == QLocale::TraditionalHanScript;
    return isTraditional ? QStringLiteral("zh_TW") : QStringLiteral("zh_CN");
}

}  // namespace

Settings::Settings(std::unique_ptr<QSettings> kept, QObject* parent)
    : QObject(parent),
      kept_(std::move(kept)),
      language_(kept_ ? kept_->value("language", languageOfSystem()).toString() : QStringLiteral("zh_CN")),
      theme_(kept_ ? kept_->value("theme", "system").toString() : QStringLiteral("light")),
      isInWan_(kept_ && kept_->value("in_wan", false).toBool()),
      textScale_(kept_ ? std::clamp(kept_->value("text_scale", 1.0).toDouble(), 1.0, 2.0) : 1.0),
      windowSize_(kept_ ? kept_->value("window_size").toSize() : QSize()) {
    installTranslation();
    words::showSumsInWan(isInWan_);
}

Settings::~Settings() { QCoreApplication::removeTranslator(&translator_); }

void Settings::setLanguage(const QString& language) {
    if (language == language_) return;
    language_ = language;
    installTranslation();
    keep(QStringLiteral("language"), language);
    emit languageChanged();
}

void Settings::setTheme(const QString& theme) {
    if (theme == theme_) return;
    theme_ = theme;
    keep(QStringLiteral("theme"), theme);
    emit themeChanged();
}

void Settings::setInWan(bool inWan) {
    if (inWan == isInWan_) return;
    isInWan_ = inWan;
    words::showSumsInWan(inWan);
    keep(QStringLiteral("in_wan"), inWan);
    emit inWanChanged();
}

void Settings::setTextScale(double scale) {
    scale = std::clamp(scale, 1.0, 2.0);
    if (qFuzzyCompare(scale, textScale_)) return;
    textScale_ = scale;
    keep(QStringLiteral("text_scale"), scale);
    emit textScaleChanged();
}

void Settings::setWindowSize(QSize size) {
    if (size == windowSize_) return;
    windowSize_ = size;
    keep(QStringLiteral("window_size"), size);
}

void Settings::keep(const QString& name, const QVariant& value) {
    if (kept_) kept_->setValue(name, value);
}

void Settings::installTranslation() {
    QLocale::setDefault(QLocale(language_));
    QCoreApplication::removeTranslator(&translator_);
    // Sentences are written in English in the code, so that only their plurals need a file in English.
    if (translator_.load(QStringLiteral(":/i18n/zhixing_%1.qm").arg(language_))) {
        QCoreApplication::installTranslator(&translator_);
    }
}

}  // namespace zhixing::client
