// tests/window/theme_test.cpp: what is written can be read, in both themes; numbers are honest.
#include "support/window_test.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/theme/style_sheet.h"
#include "ui/view/theme/theme.h"
#include <QLabel>
#include <QObject>
#include <QPushButton>
#include <QSignalSpy>

using namespace patchlight;
using namespace Qt::StringLiterals;

class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textIsReadableOnEverySurface_data();
    void textIsReadableOnEverySurface();
    void styleSheetNamesNoTokenWithoutValue();
    void everyWidgetHearsOfAChange();
    void linksTakeTheColourOfTheTheme();
    void headingsHaveCapitalsWhereTheLanguageHas();
    void valuesHaveTwoHonestDigits();
    void sharesBecomePercents();
};

void ThemeTest::textIsReadableOnEverySurface_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    for (const auto kind : {ThemeKind::Dark, ThemeKind::Light}) {
        const Theme t = Theme::make(kind);
        const auto row = [kind](const QByteArray& what) -> QTestData& {
            const QByteArray theme = kind == ThemeKind::Dark ? "dark " : "light ";
            return QTest::newRow(QByteArray(theme + what).constData());
        };
        for (const QColor& ground : {t.background, t.panel, t.raised, t.canvas}) {
            row("text on " + ground.name().toUtf8()) << t.text << ground;
            row("dim on " + ground.name().toUtf8()) << t.dim << ground;
        }
        row("accent on panel") << t.accent << t.panel;
        row("text on accent") << t.onAccent << t.accent;
        row("error on panel") << t.error << t.panel;
        row("warning on panel") << t.warning << t.panel;
    }
}

void ThemeTest::textIsReadableOnEverySurface()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(QString::number(contrast(ink, ground))));
}

void ThemeTest::styleSheetNamesNoTokenWithoutValue()
{
    for (const auto kind : {ThemeKind::Dark, ThemeKind::Light})
        QVERIFY(!styleSheet(Theme::make(kind)).contains(u'@'));
}

void ThemeTest::everyWidgetHearsOfAChange()
{
    auto& app = *qobject_cast<QApplication*>(QCoreApplication::instance());
    applyTheme(app, ThemeKind::Dark);
    QPushButton button;
    button.show();
    struct Listener : QObject {
        int heard = 0;
        bool eventFilter(QObject*, QEvent* event) override
        {
            heard += event->type() == QEvent::PaletteChange;
            return false;
        }
    } listener;
    button.installEventFilter(&listener);
    applyTheme(app, ThemeKind::Light);
    QVERIFY(listener.heard > 0);
    QCOMPARE(Theme::current().kind, ThemeKind::Light);
    QCOMPARE(app.palette().color(QPalette::Window), Theme::current().background);
}

void ThemeTest::linksTakeTheColourOfTheTheme()
{
    auto& app = *qobject_cast<QApplication*>(QCoreApplication::instance());
    applyTheme(app, ThemeKind::Dark);
    QLabel label(u"<a href=\"x\" style=\"font-size: 60px\">M</a>"_s);
    label.show();
    for (const auto kind : {ThemeKind::Light, ThemeKind::Dark}) {
        applyTheme(app, kind);
        const QImage seen = label.grab().toImage();
        bool coloured = false;
        for (int y = 0; y < seen.height(); ++y)
            for (int x = 0; x < seen.width(); ++x)
                coloured = coloured || seen.pixelColor(x, y) == Theme::current().accent;
        QVERIFY(coloured);
    }
}

void ThemeTest::headingsHaveCapitalsWhereTheLanguageHas()
{
    QCOMPARE(headingFont().capitalization(), QFont::AllUppercase);
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::Chinese));
    const auto chinese = headingFont().capitalization();
    QLocale::setDefault(before);
    QCOMPARE(chinese, QFont::MixedCase);
}

void ThemeTest::valuesHaveTwoHonestDigits()
{
    QCOMPARE(valueText(0.002149), u"0.0021"_s);
    QCOMPARE(valueText(0.1239, 3), u"0.124"_s);
    QCOMPARE(valueText(0), u"0"_s);
    QCOMPARE(valueText(-0.5), u"−0.50"_s);
    QCOMPARE(valueText(123.4), u"123"_s);
    QCOMPARE(valueText(0.0000123), u"1.2×10⁻⁵"_s);
    QCOMPARE(valueText(0.00998), u"0.010"_s); // beside 0.020
    QCOMPARE(valueText(99.96, 3), u"100"_s);
    QCOMPARE(valueText(qQNaN()), u"–"_s);
}

void ThemeTest::sharesBecomePercents()
{
    QCOMPARE(percentText(0.4142), u"41.4"_s);
    QCOMPARE(percentText(0), u"0.0"_s);
    QCOMPARE(percentText(0.00001), u"<0.1"_s);
    QCOMPARE(percentText(1, 0), u"100"_s);
}

PATCHLIGHT_WINDOW_TEST(ThemeTest)
#include "theme_test.moc"
