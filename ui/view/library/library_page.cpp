// ui/view/library/library_page.cpp
#include "ui/view/library/library_page.h"
#include "ui/state/model_library.h"
#include "ui/view/library/library_facts.h"
#include "ui/view/library/library_list.h"
#include "ui/view/theme/theme.h"
#include "ui/view/window/dialogs.h"
#include "ui/view/window/panel.h"
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kSectionsWidth = 176, kFactsWidth = 288, kNarrowFacts = 244;
constexpr int kNarrow = 1080; ///< px at the design's font size: under it the facts take less

QString sectionTitle(LibrarySection section)
{
    switch (section) {
    case LibrarySection::Here:
        return LibraryPage::tr("This computer");
    case LibrarySection::Published:
        return LibraryPage::tr("Published");
    case LibrarySection::Found:
        break;
    }
    return LibraryPage::tr("By name");
}

QPushButton* flatButton(const QString& text, const QString& name)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setProperty("kind", u"flat"_s);
    button->setFocusPolicy(Qt::TabFocus);
    button->setStyleSheet(u"text-align: left;"_s);
    return button;
}

}

LibraryPage::LibraryPage(ModelLibrary* library, Dialogs* dialogs, QWidget* parent)
    : QWidget(parent), m_library(library), m_dialogs(dialogs), m_model(new LibraryModel(library, this)),
      m_list(new LibraryList(m_model)), m_facts(new LibraryFacts(library)),
      m_factsPanel(scrollingPanel(m_facts, kFactsWidth, u"libraryFactsPanel"_s))
{
    setObjectName(u"libraryPage"_s);
    setAccessibleName(tr("Models"));
    setProperty("surface", u"background"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildSections());
    row->addWidget(separator(Qt::Vertical));
    row->addWidget(buildMiddle(), 1);
    row->addWidget(separator(Qt::Vertical));
    row->addWidget(m_factsPanel);
    hear();
    hide();
}

QWidget* LibraryPage::buildSections()
{
    auto* side = new QWidget;
    side->setProperty("surface", u"panel"_s);
    side->setAttribute(Qt::WA_StyledBackground);
    side->setFixedWidth(scaled(kSectionsWidth));
    m_sections = new QListWidget;
    m_sections->setObjectName(u"librarySections"_s);
    m_sections->setAccessibleName(tr("Where to look"));
    m_sections->setFrameShape(QFrame::NoFrame);
    m_sections->setStyleSheet(
        u"QListWidget::item { padding: 6px 8px; border-radius: 6px; } QListWidget::item:selected { background: palette(button); color: palette(text); }"_s);
    for (const auto section : {LibrarySection::Here, LibrarySection::Published, LibrarySection::Found})
        m_sections->addItem(sectionTitle(section));
    m_sections->setFixedHeight(scaled(3 * 34));
    m_sections->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sections->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* heading = new QLabel(tr("Models"));
    heading->setFont(headingFont());
    heading->setIndent(metric::small);
    heading->setProperty("tone", u"faint"_s);
    auto* file = flatButton(tr("Open a file…"), u"libraryFileButton"_s);
    auto* folder = flatButton(tr("Look in a folder…"), u"libraryFolderButton"_s);
    file->setToolTip(tr("Weights that lie anywhere on this computer (Ctrl+Shift+O)"));
    folder->setToolTip(tr("Lists the models of another folder, too"));
    auto* back = flatButton(tr("Back"), u"libraryBackButton"_s);
    back->setToolTip(tr("To the picture (Esc)"));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(metric::small, metric::medium, metric::small, metric::small);
    column->setSpacing(metric::tiny);
    column->addWidget(heading);
    column->addSpacing(metric::tiny);
    column->addWidget(m_sections);
    column->addSpacing(metric::small);
    column->addWidget(file);
    column->addWidget(folder);
    column->addStretch(1);
    column->addWidget(back);
    connect(file, &QPushButton::clicked, this, &LibraryPage::fileRequested);
    connect(back, &QPushButton::clicked, this, &LibraryPage::leave);
    connect(folder, &QPushButton::clicked, this, [this] {
        const QString chosen = m_dialogs->folderToLookIn(this, {});
        if (chosen.isEmpty())
            return;
        m_sections->setCurrentRow(static_cast<int>(LibrarySection::Here));
        m_search->clear(); // what is listed answers this
        m_library->addFolder(chosen);
    });
    return side;
}

QWidget* LibraryPage::buildMiddle()
{
    auto* middle = new QWidget;
    m_search = new QLineEdit;
    m_search->setObjectName(u"librarySearch"_s);
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->setToolTip(tr("Part of a model's name; Down goes to the list"));
    m_ask = new QPushButton(tr("Ask the hub"));
    m_ask->setObjectName(u"libraryAskButton"_s);
    m_ask->setFocusPolicy(Qt::TabFocus);
    m_ask->setToolTip(tr("Sends what is written to the hub and lists what it finds"));
    m_hint = new QLabel;
    m_hint->setObjectName(u"libraryHint"_s);
    m_hint->setProperty("tone", u"dim"_s);
    m_hint->setFont(smallFont());
    m_hint->setWordWrap(true);
    m_empty = new QLabel;
    m_empty->setObjectName(u"libraryEmpty"_s);
    m_empty->setProperty("tone", u"dim"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    auto* top = new QHBoxLayout;
    top->setSpacing(metric::small);
    top->addWidget(m_search, 1);
    top->addWidget(m_ask);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(metric::medium, metric::medium, metric::small, metric::small);
    column->setSpacing(metric::small);
    column->addLayout(top);
    column->addWidget(m_hint);
    column->addWidget(m_empty, 1);
    column->addWidget(m_list, 1);
    return middle;
}

void LibraryPage::hear()
{
    connect(m_sections, &QListWidget::currentRowChanged, this,
        [this](int row) { showSection(static_cast<LibrarySection>(row)); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_model->setFilter(words);
        m_list->choose({});
        showHint();
    });
    connect(m_search, &QLineEdit::returnPressed, this, &LibraryPage::enter);
    connect(m_ask, &QPushButton::clicked, this, [this] { m_library->search(m_search->text().trimmed()); });
    connect(m_list, &LibraryList::chosen, m_facts, &LibraryFacts::choose);
    connect(m_list, &LibraryList::typed, this, [this](const QString& text) {
        m_search->setFocus(Qt::OtherFocusReason);
        m_search->setText(m_search->text() + text);
    });
    connect(m_list, &LibraryList::openRequested, m_library, &ModelLibrary::openOrFetch);
    connect(m_list, &LibraryList::cancelRequested, m_library, &ModelLibrary::cancel);
    connect(m_facts, &LibraryFacts::openRequested, m_library, &ModelLibrary::openOrFetch);
    connect(m_facts, &LibraryFacts::cancelRequested, m_library, &ModelLibrary::cancel);
    connect(m_facts, &LibraryFacts::removeRequested, this, &LibraryPage::remove);
    connect(m_library, &ModelLibrary::rowsChanged, this, [this] {
        const QString now = m_list->currentName().isEmpty() ? m_library->nameInUse() : m_list->currentName();
        m_list->choose(m_wanted.isEmpty() ? now : m_wanted);
        showSections();
        showHint();
    });
    connect(m_list, &LibraryList::chosen, this, [this](const QString& name) {
        if (!name.isEmpty())
            m_wanted = name;
    });
    connect(m_library, &ModelLibrary::searched, this, &LibraryPage::showHint);
    connect(m_library, &ModelLibrary::found, this, [this](const QString& first) {
        if (m_model->section() == LibrarySection::Found)
            m_list->choose(first);
    });
}

void LibraryPage::popup(LibrarySection section, const QString& name)
{
    m_focusBefore = QApplication::focusWidget();
    m_wanted = name;
    m_library->refresh();
    m_sections->setCurrentRow(static_cast<int>(section));
    showSection(section);
    raise();
    show();
    m_list->setFocus(Qt::OtherFocusReason);
}

void LibraryPage::leave()
{
    if (isHidden())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void LibraryPage::showSection(LibrarySection section)
{
    const QString wanted = m_wanted;
    m_model->setSection(section);
    m_search->setPlaceholderText(section == LibrarySection::Found ? tr("owner/name, or words") : tr("Search"));
    m_ask->setVisible(section == LibrarySection::Found);
    m_list->choose(wanted);
    showHint();
    if (section == LibrarySection::Found && isVisible())
        m_search->setFocus(Qt::OtherFocusReason);
}

/// "Published  21": how many rows each has.
void LibraryPage::showSections()
{
    for (int i = 0; i < m_sections->count(); ++i) {
        const auto section = static_cast<LibrarySection>(i);
        const int count = m_model->count(section);
        m_sections->item(i)->setText(
            count > 0 ? sectionTitle(section) + u"  "_s + QString::number(count) : sectionTitle(section));
    }
}

QString LibraryPage::emptyText() const
{
    if (!m_library->ready())
        return tr("Looking…");
    switch (m_model->section()) {
    case LibrarySection::Here:
        return m_search->text().isEmpty() ? tr("No model on this computer yet: take a published one, or open a file.")
                                          : tr("No model here is called so. Published ones may be.");
    case LibrarySection::Published:
        return tr("No model of the list is called so. Ask the hub by name.");
    case LibrarySection::Found:
        break;
    }
    return m_library->searching()
        ? tr("Asking the hub…")
        : tr("Write a model's name as papers give it, then press Enter: the hub is asked once.");
}

void LibraryPage::showHint()
{
    QString hint;
    if (m_library->offline())
        hint = tr("Offline (HF_HUB_OFFLINE is set): what is on this computer can be opened, the rest is grey.");
    else if (m_model->section() == LibrarySection::Published)
        hint = tr("Fetched from %1 when you ask for it; Python finds it afterwards.").arg(m_library->site());
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    const bool none = m_model->rowCount() == 0;
    m_empty->setText(emptyText());
    m_empty->setVisible(none);
    m_list->setVisible(!none);
    m_ask->setEnabled(!m_library->offline() && !m_library->searching());
}

/// By name Enter asks; elsewhere it opens what is chosen.
void LibraryPage::enter()
{
    if (m_model->section() == LibrarySection::Found && !m_library->offline())
        m_library->search(m_search->text().trimmed());
    else if (!m_list->currentName().isEmpty())
        m_library->openOrFetch(m_list->currentName());
}

void LibraryPage::remove(const QString& name)
{
    if (m_dialogs->confirmed(this,
            tr("Remove %1 from this computer? Python programs that use it will have to fetch it again.").arg(name),
            tr("Remove")))
        m_library->remove(name, true);
}

/// The window's single keys (M, G, 1 …) mean nothing while this page lies over the picture.
bool LibraryPage::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) && key->key() < Qt::Key_F1) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void LibraryPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (event->key() == Qt::Key_Down && m_search->hasFocus())
        m_list->setFocus(Qt::TabFocusReason);
    else
        QWidget::keyPressEvent(event);
}

void LibraryPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT cameAndWent(true);
}

void LibraryPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    Q_EMIT cameAndWent(false);
}

void LibraryPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_factsPanel->setFixedWidth(scaled(width() < scaled(kNarrow) ? kNarrowFacts : kFactsWidth));
}

}
