// tests/window/tool_tips_test.cpp: every control says what it does, and by which key where it has one.
#include "tests/window/support/window_fixture.h"
#include "ui/view/widgets/controls/colour_map_picker.h"
#include "ui/view/widgets/controls/head_list_edit.h"
#include "ui/view/widgets/controls/layer_scrubber.h"
#include "ui/view/widgets/controls/option_list.h"
#include "ui/view/widgets/controls/range_slider.h"
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/widgets/controls/switch.h"
#include "ui/view/widgets/labelled_row.h"
#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>

namespace patchlight
{

using namespace Qt::StringLiterals;

class ToolTipsTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void everyControlSaysWhatItDoes()
    {
        QStringList silent;
        for (const QWidget* widget : controls())
            if (tipOf(widget).isEmpty())
                silent << named(widget);
        for (const auto* list : m_window->findChildren<OptionList*>()) // each row has its own
            for (int row = 0; row < list->model()->rowCount(); ++row)
                if (list->model()->index(row, 0).data(Qt::ToolTipRole).toString().isEmpty())
                    silent << named(list) + QString::number(row);
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u"\n"_s)));
    }
    void noneOnlyRepeatsTheName()
    {
        QStringList empty;
        for (const QWidget* widget : controls())
            if (!tipOf(widget).contains(u'(')
                && tipOf(widget).compare(widget->accessibleName(), Qt::CaseInsensitive) == 0)
                empty << named(widget);
        QVERIFY2(empty.isEmpty(), qPrintable(empty.join(u"\n"_s)));
    }
    void whatHasAKeySaysIt()
    {
        QStringList without;
        for (const auto& [name, command] : keyed()) {
            const QWidget* widget = m_window->findChild<QWidget*>(QString::fromLatin1(name));
            QVERIFY2(widget, name);
            const QString key = m_window->commands()[command]->shortcut().toString(QKeySequence::NativeText);
            if (!tipOf(widget).contains(key))
                without << QString::fromLatin1(name) + u": "_s + tipOf(widget) + u" lacks "_s + key;
        }
        QVERIFY2(without.isEmpty(), qPrintable(without.join(u"\n"_s)));
    }

private:
    void prepare() override { openPicture(); }
    static std::vector<std::pair<const char*, Command>> keyed()
    {
        return {{"openPictureButton", Command::OpenPicture}, {"modelBox", Command::Models},
            {"exportButton", Command::Export}, {"compareButton", Command::Compare},
            {"hideButton", Command::HidePatches}, {"themeButton", Command::Theme}, {"tourButton", Command::Tour},
            {"testMap", Command::TestMap}, {"testWeights", Command::TestWeights}, {"gridSwitch", Command::PatchGrid},
            {"inputSwitch", Command::NetworkInput}, {"layerScrubber", Command::LayerForward},
            {"layerBox", Command::LayerBack}, {"headBox", Command::HeadForward}, {"queryBox", Command::ClassToken}};
    }
    template <class... Kinds> static bool isOne(const QWidget* widget)
    {
        return (qobject_cast<const Kinds*>(widget) || ...);
    }
    QVector<const QWidget*> controls() const
    {
        QVector<const QWidget*> found;
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            const bool control = isOne<QAbstractButton, QComboBox, QAbstractSlider, QAbstractSpinBox, QLineEdit, Switch,
                SegmentedControl, RangeSlider, LayerScrubber, ColourMapPicker, HeadListEdit>(widget);
            const QString name = widget->objectName();
            const bool ofQt = isOne<QScrollBar>(widget) || name.startsWith(u"qt_"_s)
                || isOne<QComboBox, QAbstractSpinBox, QLineEdit>(widget->parentWidget());
            if (control && !ofQt)
                found << widget;
        }
        return found;
    }
    /// A row's may stand for its control's.
    static QString tipOf(const QWidget* widget)
    {
        const QWidget* row = widget->parentWidget();
        return widget->toolTip().isEmpty() && qobject_cast<const LabelledRow*>(row) ? row->toolTip()
                                                                                    : widget->toolTip();
    }
    static QString named(const QWidget* widget)
    {
        QString path;
        for (const QWidget* at = widget; at; at = at->parentWidget())
            if (!at->objectName().isEmpty())
                path = at->objectName() + (path.isEmpty() ? QString() : u'/' + path);
        return QString::fromLatin1(widget->metaObject()->className()) + u' ' + path + u" \""_s
            + widget->accessibleName() + u'"';
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::ToolTipsTest)
#include "tool_tips_test.moc"
