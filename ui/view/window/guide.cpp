// ui/view/window/guide.cpp: pages in Markdown, with a way back.
#include "ui/view/window/guide.h"
#include "ui/adapter/files.h"
#include "ui/view/theme/theme.h"
#include "ui/view/window/dialogs.h"
#include <QCoreApplication>
#include <QDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHash>
#include <QImage>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr const char* kPage = "guidePage";

/// The context translators see.
class Guide
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::Guide)
};

/// The importer's own spaces are shares of a font's size in points, and this window's fonts are in pixels.
void spaceParagraphs(const QTextDocument& document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        if (cursor.currentTable())
            continue;
        const int heading = block.blockFormat().headingLevel();
        QTextBlockFormat space;
        space.setTopMargin(scaled(heading > 0 ? 16 : block.textList() ? 3 : 7)); // of two neighbours the larger one
        space.setBottomMargin(scaled(block.textList() ? 3 : 7));
        cursor.mergeBlockFormat(space);
    }
}

/// The importer leaves cells without: text would touch the border. Within an edit no frame knows its children yet.
void padTables(const QTextDocument& document)
{
    for (int i = 0; i < document.allFormats().size(); ++i)
        if (auto* table = qobject_cast<QTextTable*>(document.object(i))) {
            QTextTableFormat format = table->format();
            format.setCellPadding(scaled(4));
            table->setFormat(format);
        }
}

/// Pictures of maps are as small as what the network sees: twice as large; those of windows are as wide as the page.
class Pages : public QTextBrowser
{
public:
    QVariant loadResource(int type, const QUrl& name) override
    {
        const QVariant resource = QTextBrowser::loadResource(type, name);
        QImage picture;
        if (type != QTextDocument::ImageResource || !picture.loadFromData(resource.toByteArray()))
            return resource;
        const int room = scaled(660);
        const int width = picture.width() <= 128 ? scaled(96) : std::min(picture.width(), room);
        return picture.scaledToWidth(width, Qt::SmoothTransformation);
    }

    void backward() override
    {
        turn([this] { QTextBrowser::backward(); });
        verticalScrollBar()->setValue(m_places.value(source()));
    }
    void forward() override
    {
        turn([this] { QTextBrowser::forward(); });
        verticalScrollBar()->setValue(m_places.value(source()));
    }

protected:
    void doSetSource(const QUrl& name, QTextDocument::ResourceType type) override
    {
        turn([this, name, type] { QTextBrowser::doSetSource(name, type); });
    }

private:
    /// In one edit: else a page that is seen is laid out anew with every cell of its tables, half a second for the
    /// models.
    template <class Turn> void turn(Turn turned)
    {
        m_places.insert(source(), verticalScrollBar()->value());
        QTextCursor edit(document());
        edit.beginEditBlock();
        turned();
        spaceParagraphs(*document());
        padTables(*document());
        edit.endEditBlock();
    }
    QHash<QUrl, int> m_places; ///< how far each page was read
};

QString fileOf(const QString& page)
{
    //: The folder of the guide in this language: zh_CN. Nothing else.
    const QString language = Guide::tr("en");
    return guideFolder() + u'/' + language + u'/' + page + u".md"_s;
}

QPushButton* button(const QString& text, QTextBrowser* pages)
{
    auto* one = new QPushButton(text);
    one->setProperty("kind", u"flat"_s);
    one->setFocusPolicy(Qt::TabFocus);
    QObject::connect(one, &QPushButton::clicked, pages, [pages] { pages->setFocus(); });
    return one;
}

QDialog* makeGuide(QWidget* window)
{
    auto* guide = new QDialog(window);
    guide->setObjectName(u"guide"_s);
    guide->setWindowTitle(Guide::tr("Guide"));
    const QSize room = window->screen()->availableSize() - QSize(0, kDialogTitleBar);
    guide->resize(QSize(scaled(760), scaled(720)).boundedTo(room));
    auto* pages = new Pages;
    pages->setObjectName(u"guidePages"_s);
    pages->setAccessibleName(Guide::tr("Guide"));
    pages->setOpenExternalLinks(true);
    auto* back = button(Guide::tr("Back"), pages);
    auto* contents = button(Guide::tr("Contents"), pages);
    QObject::connect(back, &QPushButton::clicked, pages, &QTextBrowser::backward);
    QObject::connect(pages, &QTextBrowser::backwardAvailable, back, &QPushButton::setEnabled);
    QObject::connect(contents, &QPushButton::clicked, pages,
        [pages] { pages->setSource(QUrl::fromLocalFile(fileOf(u"index"_s)), QTextDocument::MarkdownResource); });
    back->setEnabled(false);
    auto* bar = new QHBoxLayout;
    bar->addWidget(back);
    bar->addWidget(contents);
    bar->addStretch(1);
    auto* column = new QVBoxLayout(guide);
    column->addLayout(bar);
    column->addWidget(pages, 1);
    return guide;
}

}

void setGuidePage(QWidget* part, const char* page)
{
    part->setProperty(kPage, QString::fromLatin1(page));
}

QString guidePageAt(const QWidget* asked)
{
    for (; asked; asked = asked->parentWidget())
        if (const QString page = asked->property(kPage).toString(); !page.isEmpty())
            return page;
    return u"index"_s;
}

void showGuide(QWidget* window, const QString& page)
{
    auto* guide = window->findChild<QDialog*>(u"guide"_s, Qt::FindDirectChildrenOnly);
    if (!guide)
        guide = makeGuide(window);
    auto* pages = guide->findChild<QTextBrowser*>(u"guidePages"_s);
    const QString file = fileOf(page);
    if (QFileInfo::exists(file))
        pages->setSource(QUrl::fromLocalFile(file), QTextDocument::MarkdownResource);
    else
        pages->setPlainText(Guide::tr("The guide is not installed: %1 is missing.").arg(file));
    guide->show();
    guide->raise();
    guide->activateWindow();
    pages->setFocus();
}

}
