#pragma once

#include <memory>

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QSettings>
#include <QSize>
#include <QString>
#include <QTranslator>

namespace zhixing::client {

/// How this person likes it on this device: language, light or dark, text size, the unit of sums, how large the window is. Kept
/// in the platform's settings when a store is given, and taking effect at once.
class Settings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    /// `zh_CN`, `zh_TW` or `en`.
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged FINAL)
    /// `light`, `dark` or `system`.
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged FINAL)
    /// Sums and budgets in 万元 rather than 元.
    Q_PROPERTY(bool inWan READ inWan WRITE setInWan NOTIFY inWanChanged FINAL)
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged FINAL)

public:
    /// Without `kept` nothing is remembered: for tests and pictures.
    explicit Settings(std::unique_ptr<QSettings> kept, QObject* parent = nullptr);
    ~Settings() override;

    [[nodiscard]] const QString& language() const { return language_; }
    void setLanguage(const QString& language);
    [[nodiscard]] const QString& theme() const { return theme_; }
    void setTheme(const QString& theme);
    [[nodiscard]] bool inWan() const { return isInWan_; }
    void setInWan(bool inWan);
    [[nodiscard]] double textScale() const { return textScale_; }
    void setTextScale(double scale);
    /// As the window was left; not valid when it never was.
    [[nodiscard]] QSize windowSize() const { return windowSize_; }
    void setWindowSize(QSize size);

signals:
    void languageChanged();
    void themeChanged();
    void inWanChanged();
    void textScaleChanged();

private:
    void keep(const QString& name, const QVariant& value);
    void installTranslation();

    std::unique_ptr<QSettings> kept_;
    QTranslator translator_;
    QString language_;
    QString theme_;
    bool isInWan_ = false;
    double textScale_ = 1;
    QSize windowSize_;
};

}  // namespace zhixing::client
