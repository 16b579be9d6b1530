// ui/view/window/top_bar.cpp: builds the bar and keeps model and device in step with the session.
#include "ui/view/window/top_bar.h"
#include "ui/adapter/device_texts.h"
#include "ui/adapter/files.h"
#include "ui/adapter/texts.h"
#include "ui/state/comparison.h"
#include "ui/state/session.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/widgets/controls/value_combo.h"
#include <QCursor>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QToolButton>
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kPrecisionRole = Qt::UserRole + 1;
constexpr int kMostSteps = 3; ///< words that become shorter

void addDevice(ValueCombo* combo, const QString& text, const QString& name, Precision precision)
{
    combo->addItem(text, name);
    const int row = combo->count() - 1;
    combo->setItemData(row, static_cast<int>(precision), kPrecisionRole);
    combo->setItemData(row, precisionToolTip(precision), Qt::ToolTipRole);
}

/// Listed all the same, with the reason.
void addMissing(ValueCombo* combo, const DeviceInfo& device)
{
    combo->addItem(missingDeviceText(device), fromUtf8(device.name));
    const int row = combo->count() - 1;
    combo->setItemData(row, whyMissing(device), Qt::ToolTipRole);
    if (auto* items = qobject_cast<QStandardItemModel*>(combo->model()))
        items->item(row)->setEnabled(false);
}

}

TopBar::TopBar(Session* session, Comparison* comparison, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(u"topBar"_s);
    setProperty("surface", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);

    auto* open = m_open = new QPushButton(tr("Open picture…"));
    open->setObjectName(u"openPictureButton"_s);
    open->setAccessibleName(tr("Open picture"));
    open->setToolTip(tr("A picture from this computer (Ctrl+O)"));
    connect(open, &QPushButton::clicked, this, &TopBar::openPictureRequested);

    m_model = new ValueCombo(nullptr, ValueCombo::Look::Button);
    m_model->setObjectName(u"modelBox"_s);
    m_model->setAccessibleName(tr("Model"));
    m_model->setMinimumWidth(scaled(100));
    m_model->setMaximumWidth(scaled(400));
    m_model->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_model->setOpensPage(true);
    m_model->setToolTip(tr("Models on this computer and published ones (Ctrl+M)"));
    connect(m_model, &ValueCombo::pageRequested, this, &TopBar::modelsRequested);

    m_device = new ValueCombo(nullptr, ValueCombo::Look::Flat);
    m_device->setObjectName(u"deviceBox"_s);
    m_device->setAccessibleName(tr("Device"));
    connect(m_device, &QComboBox::activated, this, &TopBar::deviceActivated);

    auto* theme = new QToolButton;
    theme->setObjectName(u"themeButton"_s);
    theme->setText(u"◐"_s);
    theme->setProperty("kind", u"flat"_s);
    theme->setAccessibleName(tr("Dark or light"));
    theme->setToolTip(tr("Dark or light (Ctrl+T)"));
    connect(theme, &QToolButton::clicked, this, &TopBar::themeToggled);

    m_export = new QPushButton(tr("Export…"));
    m_export->setObjectName(u"exportButton"_s);
    m_export->setAccessibleName(tr("Export"));
    m_export->setToolTip(tr("The map as a picture, a figure or numbers (Ctrl+E)"));
    m_export->setProperty("kind", u"primary"_s);
    m_export->setEnabled(false);
    connect(m_export, &QPushButton::clicked, this, &TopBar::exportRequested);

    makeWays();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metric::medium - 2, metric::small, metric::medium - 2, metric::small);
    row->setSpacing(metric::small);
    row->addWidget(open);
    row->addWidget(makeRecent());
    row->addWidget(m_model, 100); // nearly all that is free, up to its most
    row->addStretch(1);
    row->addWidget(m_ways);
    row->addStretch(1);
    row->addWidget(m_device);
    row->addWidget(makeActs({makeHide(), makeCompare(comparison)}, {m_tour}));
    row->addWidget(theme);
    row->addWidget(makeHelp());
    row->addWidget(m_export);

    showModel();
    fillDevices();
    connect(session, &Session::modelChanged, this, &TopBar::showModel);
    connect(session, &Session::modelChanged, this, &TopBar::fillDevices);
    connect(session, &Session::devicesChanged, this, &TopBar::fillDevices);
    connect(session, &Session::busyChanged, this, &TopBar::showModel);
    connect(session, &Session::mapChanged, this, &TopBar::allowExport);
    connect(&session->inside(), &InsideRun::changed, this, &TopBar::allowExport);
    setInside(false);
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitWords();
}

void TopBar::fitWords()
{
    for (int steps = 0; steps <= kMostSteps; ++steps) {
        shorten(steps);
        if (widthWanted() <= width())
            return;
    }
}

void TopBar::shorten(int steps)
{
    const QString device = m_device->currentText();
    m_open->setText(steps > 0 ? tr("Open…") : tr("Open picture…"));
    m_device->setShownText(steps > 1 ? device.section(u" · "_s, 0, 0) : QString());
    m_hide->setText(steps > 2 ? tr("Hide") : tr("Hide patches"));
    m_acts->updateGeometry(); // which a page that is not shown does not ask for
}

/// With the model's name whole, what is said of its size left out.
int TopBar::widthWanted() const
{
    const QMargins margins = layout()->contentsMargins();
    int wanted = margins.left() + margins.right() - layout()->spacing();
    for (const auto* each : findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (each->isHidden())
            continue;
        const int least = each == m_model ? m_model->widthWithoutHint() : each->sizeHint().width();
        wanted += std::clamp(least, each->minimumWidth(), each->maximumWidth()) + layout()->spacing();
    }
    return wanted;
}

QToolButton* TopBar::makeRecent()
{
    m_recent = new QToolButton;
    m_recent->setObjectName(u"recentButton"_s);
    m_recent->setText(u"▾"_s);
    m_recent->setProperty("kind", u"flat"_s);
    m_recent->setAccessibleName(tr("Recent pictures"));
    m_recent->setToolTip(tr("Opens a picture that was open before"));
    m_recent->setPopupMode(QToolButton::InstantPopup);
    m_recent->setMenu(new QMenu(m_recent));
    m_recent->menu()->setObjectName(u"recentMenu"_s);
    m_recent->hide();
    return m_recent;
}

void TopBar::setRecent(const QStringList& files)
{
    m_recent->menu()->clear();
    QStringList names = namesToldApart(files);
    for (int i = 0; i < files.size(); ++i) {
        QAction* action = m_recent->menu()->addAction(
            names[i].replace(u'&', u"&&"_s), this, [this, file = files[i]] { Q_EMIT recentRequested(file); });
        action->setToolTip(QFileInfo(files[i]).absoluteFilePath());
    }
    m_recent->menu()->setToolTipsVisible(true);
    m_recent->setVisible(!files.isEmpty());
    fitWords();
}

QToolButton* TopBar::makeHelp()
{
    auto* help = new QToolButton;
    help->setObjectName(u"helpButton"_s);
    help->setText(u"?"_s);
    help->setProperty("kind", u"flat"_s);
    help->setAccessibleName(tr("Help"));
    help->setToolTip(tr("The guide, keys, the tour, and about this program"));
    help->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(help);
    menu->setObjectName(u"helpMenu"_s);
    menu->addAction(tr("Guide"), this, &TopBar::guideRequested);
    menu->addAction(tr("Keys"), this, &TopBar::keysRequested);
    menu->addAction(tr("Tour through the network"), this, &TopBar::tourRequested);
    menu->addSeparator();
    menu->addAction(tr("About Patchlight"), this, &TopBar::aboutRequested);
    // A dialog that opens from the menu keeps the button from hearing that the pointer has left it.
    connect(menu, &QMenu::aboutToHide, help, [help] {
        help->setAttribute(Qt::WA_UnderMouse, help->rect().contains(help->mapFromGlobal(QCursor::pos())));
        help->update();
    });
    help->setMenu(menu);
    return help;
}

void TopBar::makeWays()
{
    m_ways = new SegmentedControl;
    m_ways->setObjectName(u"ways"_s);
    m_ways->setAccessibleName(tr("Way of looking"));
    m_ways->setOptions({tr("Map"), tr("Inside")});
    m_ways->setOption(0, true, tr("What the network looks at (Tab)"));
    m_ways->setOption(1, true, tr("Follow one patch through the network, step by step (Tab)"));
    m_ways->setToolTip(tr("The map, or the way of one patch through the network (Tab)"));
    m_ways->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_ways, &SegmentedControl::chosen, this, [this](int way) { Q_EMIT wayChosen(way == 1); });
    m_tour = new QPushButton(tr("Tour"));
    m_tour->setObjectName(u"tourButton"_s);
    m_tour->setAccessibleName(tr("Tour"));
    m_tour->setToolTip(tr("Plays the steps one after another (Shift+P)"));
    m_tour->setProperty("kind", u"flat"_s);
    connect(m_tour, &QPushButton::clicked, this, &TopBar::tourRequested);
}

/// What can be done in either way, in the same room: the switch between them stays where it is.
QWidget* TopBar::makeActs(const QList<QWidget*>& onMap, const QList<QWidget*>& inside)
{
    m_acts = new QStackedWidget;
    m_acts->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    for (const auto& buttons : {onMap, inside}) {
        auto* page = new QWidget;
        auto* row = new QHBoxLayout(page);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(metric::small);
        row->addStretch(1);
        for (QWidget* button : buttons)
            row->addWidget(button);
        m_acts->addWidget(page);
    }
    return m_acts;
}

void TopBar::setInside(bool inside)
{
    m_inside = inside;
    m_ways->setCurrent(inside ? 1 : 0);
    m_acts->setCurrentIndex(inside ? 1 : 0);
    fitWords();
    allowExport();
}

void TopBar::allowExport()
{
    m_export->setEnabled(m_inside ? m_session->inside().subject().has_value() : m_session->shown() != nullptr);
}

QPushButton* TopBar::makeHide()
{
    m_hide = new QPushButton(tr("Hide patches"));
    m_hide->setObjectName(u"hideButton"_s);
    m_hide->setAccessibleName(tr("Hide patches"));
    m_hide->setToolTip(tr("A brush that takes patches away from the network: see what it makes of the rest (H)"));
    m_hide->setProperty("kind", u"flat"_s);
    m_hide->setCheckable(true);
    m_hide->setEnabled(false);
    connect(m_hide, &QPushButton::clicked, this, &TopBar::hidingToggled);
    connect(m_session, &Session::analysisChanged, m_hide, [this] { m_hide->setEnabled(true); });
    return m_hide;
}

void TopBar::setHiding(bool on)
{
    m_hide->setChecked(on);
}

QPushButton* TopBar::makeCompare(Comparison* comparison)
{
    auto* compare = m_compare = new QPushButton(tr("Compare"));
    compare->setObjectName(u"compareButton"_s);
    compare->setAccessibleName(tr("Compare"));
    compare->setToolTip(tr("Holds this map beside the next one you choose (C)"));
    compare->setProperty("kind", u"flat"_s);
    compare->setCheckable(true);
    compare->setEnabled(false);
    connect(compare, &QPushButton::clicked, comparison, &Comparison::setActive);
    connect(comparison, &Comparison::changed, compare,
        [compare, comparison] { compare->setChecked(comparison->active()); });
    connect(m_session, &Session::mapChanged, compare,
        [this, compare, comparison] { compare->setEnabled(comparison->active() || m_session->shown() != nullptr); });
    return compare;
}

void TopBar::showModel()
{
    const auto model = m_session->model();
    if (m_session->busy() == Session::Busy::Loading) {
        m_model->setShownText(tr("Loading %1…").arg(m_session->busyWith()));
        m_model->setHint({});
    } else if (model) {
        m_model->setShownText(modelTitle(*model));
        m_model->setHint(modelSubtitle(*model));
    } else {
        m_model->setShownText(tr("No model"));
        m_model->setHint({});
    }
    fitWords();
}

void TopBar::fillDevices()
{
    m_device->clear();
    int chosen = 0;
    for (const DeviceInfo& device : m_session->devices()) {
        const QString name = fromUtf8(device.name);
        for (const Precision precision : device.precisions) {
            addDevice(m_device, deviceText(device, precision), name, precision);
            if (name == m_session->device() && precision == m_session->precision())
                chosen = m_device->count() - 1;
        }
        if (!device.available)
            addMissing(m_device, device);
    }
    if (m_device->count() == 0)
        m_device->addItem(tr("CPU"), u"cpu"_s); // until the engine tells
    m_device->setEnabled(!m_session->devices().empty());
    m_device->setCurrentIndex(chosen);
    m_device->setToolTip(m_device->itemData(chosen, Qt::ToolTipRole).toString());
    fitWords();
}

void TopBar::deviceActivated(int index)
{
    m_session->setDevice(m_device->itemData(index).toString(),
        static_cast<Precision>(m_device->itemData(index, kPrecisionRole).toInt()));
}

}
