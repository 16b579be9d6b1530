// ui/view/widgets/empty_state.cpp: the page before the first picture.
#include "ui/view/widgets/empty_state.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/sample_button.h"
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace patchlight
{

namespace
{

using namespace Qt::StringLiterals;

constexpr int kMargin = 24;
constexpr int kSide = 96, kSmallSide = 68; ///< of samples in one row, in two
constexpr QSize kRoomForTwoRows{300, 590};
constexpr int kRecentShown = 4, kRoomForRecent = 560; ///< below that the samples' captions would be cut
constexpr int kRoomForWords = 470; ///< px of height

QString invitation()
{
    return EmptyState::tr("Drop a picture here");
}

QString bodyFontElided(const QString& name)
{
    return QFontMetrics(bodyFont()).elidedText(name, Qt::ElideMiddle, scaled(150));
}

QString promise()
{
    return EmptyState::tr(
        "See what a Vision Transformer looks at, layer by layer and head by head. Nothing leaves this computer.");
}

int samplesAcross(int room, int side)
{
    return std::max(1, (room + metric::medium) / (scaled(side) + 8 + metric::medium));
}

}

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(invitation(), this)), m_sentence(new QLabel(this)),
      m_samplesTitle(new QLabel(this)),
      m_open(new QPushButton(tr("Open picture…"), this)), m_tour(new QPushButton(tr("Show me how it works"), this)),
      m_samples(new QWidget(this)), m_recent(new QWidget(this))
{
    setObjectName(u"emptyState"_s);
    setAccessibleName(tr("No picture yet"));
    QFont large = bodyFont();
    large.setPixelSize(scaled(20));
    m_title->setFont(large);
    m_sentence->setProperty("tone", u"dim"_s);
    m_sentence->setText(promise());
    m_samplesTitle->setObjectName(u"emptySamplesTitle"_s);
    m_samplesTitle->setProperty("tone", u"faint"_s);
    m_samplesTitle->setWordWrap(true);
    m_open->setObjectName(u"emptyOpenButton"_s);
    m_open->setAccessibleName(tr("Open picture"));
    m_open->setToolTip(tr("A picture from this computer (Ctrl+O)"));
    m_open->setProperty("kind", u"primary"_s);
    m_open->setFocusPolicy(Qt::TabFocus);
    m_tour->setObjectName(u"emptyTourButton"_s);
    m_tour->setAccessibleName(tr("Show me how it works"));
    m_tour->setToolTip(tr("A tour through the network, step by step, with a sample picture"));
    m_tour->setProperty("kind", u"flat"_s);
    m_tour->setFocusPolicy(Qt::TabFocus);
    m_tour->hide(); // until there is a sample to show it with
    connect(m_tour, &QPushButton::clicked, this, &EmptyState::tourRequested);
    m_samples->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // as many as there is room for
    for (QLabel* label : {m_title, m_sentence, m_samplesTitle})
        label->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(kMargin), scaled(kMargin), scaled(kMargin), scaled(kMargin));
    column->setSpacing(metric::medium);
    column->addStretch(2);
    column->addWidget(m_title);
    auto* sentence = new QHBoxLayout;
    m_sentence->setMaximumWidth(scaled(420));
    sentence->addStretch(1);
    sentence->addWidget(m_sentence, 8);
    sentence->addStretch(1);
    column->addLayout(sentence);
    column->addSpacing(metric::tiny);
    column->addWidget(m_open, 0, Qt::AlignHCenter);
    column->addWidget(m_tour, 0, Qt::AlignHCenter);
    column->addSpacing(metric::large);
    column->addWidget(m_samplesTitle);
    column->addWidget(m_samples);
    m_recent->setObjectName(u"recentPictures"_s);
    m_recent->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_recent->hide();
    column->addWidget(m_recent);
    m_models = buildModels();
    setModel({});
    column->addSpacing(metric::tiny);
    column->addWidget(m_models);
    column->addStretch(3);
    m_samplesTitle->hide();
    connect(m_open, &QPushButton::clicked, this, &EmptyState::openRequested);
}

QWidget* EmptyState::buildModels()
{
    auto* ways = new QWidget;
    auto* column = new QVBoxLayout(ways);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::small);
    m_modelsTitle = new QLabel;
    m_modelsTitle->setObjectName(u"emptyModelsTitle"_s);
    m_modelsTitle->setProperty("tone", u"faint"_s);
    m_modelsTitle->setAlignment(Qt::AlignCenter);
    column->addWidget(m_modelsTitle);
    const auto add = [this, column](const QString& text, const QString& name, bool published) {
        auto* way = new QPushButton(text);
        way->setObjectName(name);
        way->setAccessibleName(text);
        way->setToolTip(tr("Shows the page of models (Ctrl+M)"));
        way->setFocusPolicy(Qt::TabFocus);
        connect(way, &QPushButton::clicked, this, [this, published] { Q_EMIT modelsRequested(published); });
        column->addWidget(way, 0, Qt::AlignHCenter);
    };
    add(tr("A model on this computer…"), u"emptyLocalModelButton"_s, false);
    add(tr("A published model: DeiT-tiny, 23 MB, 1,000 classes…"), u"emptyPublishedModelButton"_s, true);
    return ways;
}

void EmptyState::setSamples(const QVector<Sample>& samples)
{
    qDeleteAll(m_samples->findChildren<SampleButton*>());
    for (int i = 0; i < samples.size(); ++i) {
        auto* button = new SampleButton(samples[i].title, samples[i].picture, m_samples);
        button->setObjectName(u"sampleButton%1"_s.arg(i));
        connect(button, &QAbstractButton::clicked, this, [this, i] { Q_EMIT sampleChosen(i); });
    }
    QWidget* before = m_tour; // the order of what is on the page, whenever it was made
    for (SampleButton* button : m_samples->findChildren<SampleButton*>()) {
        setTabOrder(before, button);
        before = button;
    }
    for (QPushButton* button : m_models->findChildren<QPushButton*>()) {
        setTabOrder(before, button);
        before = button;
    }
    m_tour->setVisible(!samples.isEmpty());
    m_columns = m_rows = 0;
    arrangeSamples();
    showWords();
}

void EmptyState::setModel(const QString& name)
{
    m_samplesTitle->setText(name.isEmpty() ? tr("or start with a sample and the default model")
                                           : tr("or start with a sample; %1 looks at it").arg(name));
    m_modelsTitle->setText(name.isEmpty() ? tr("or choose a model first") : tr("or choose another model first"));
}

bool EmptyState::focusInvitation()
{
    if (!m_open->isVisible())
        return false;
    window()->setAttribute(Qt::WA_KeyboardFocusChange); // or no ring is drawn
    m_open->setFocus(Qt::TabFocusReason);
    return true;
}

void EmptyState::setRecent(const QStringList& names)
{
    qDeleteAll(m_recent->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    delete m_recent->layout();
    auto* row = new QHBoxLayout(m_recent);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::tiny);
    row->addStretch(1);
    auto* title = new QLabel(tr("recent:"));
    title->setProperty("tone", u"faint"_s);
    row->addWidget(title);
    m_recentCount = std::min<int>(kRecentShown, static_cast<int>(names.size()));
    for (int i = 0; i < m_recentCount; ++i) {
        const QString shown = bodyFontElided(names[i]);
        auto* button = new QPushButton(QString(shown).replace(u'&', u"&&"_s));
        button->setObjectName(u"recentPicture%1"_s.arg(i));
        button->setAccessibleName(tr("Open %1").arg(names[i]));
        button->setToolTip(names[i]);
        button->setProperty("kind", u"flat"_s);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT recentChosen(i); });
        row->addWidget(button);
    }
    row->addStretch(1);
    showRecent();
}

void EmptyState::showRecent()
{
    m_recent->setVisible(m_inviting && m_recentCount > 0 && height() >= scaled(kRoomForRecent));
    const int room = width() - 2 * scaled(kMargin);
    int used = scaled(70);
    for (int i = 0; i < m_recentCount; ++i) {
        auto* button = m_recent->findChild<QPushButton*>(u"recentPicture%1"_s.arg(i));
        used += button->sizeHint().width() + metric::tiny;
        button->setVisible(used <= room);
    }
}

bool EmptyState::low() const
{
    return height() < scaled(kRoomForWords);
}

/// In one row where there is room, else in two of smaller ones; what does not fit is left out.
void EmptyState::arrangeSamples()
{
    const auto buttons = m_samples->findChildren<SampleButton*>();
    const int count = static_cast<int>(buttons.size());
    if (count == 0)
        return;
    const int room = width() - 2 * scaled(kMargin);
    const int most = low() ? kSmallSide : kSide;
    const bool oneRow = samplesAcross(room, most) >= count;
    const bool roomy = width() >= scaled(kRoomForTwoRows.width()) && height() >= scaled(kRoomForTwoRows.height());
    const int rows = !oneRow && roomy ? 2 : 1;
    const int columns = std::min(samplesAcross(room, oneRow ? most : kSmallSide), (count + rows - 1) / rows);
    if (columns == m_columns && rows == m_rows && most == m_side)
        return;
    m_columns = columns;
    m_rows = rows;
    m_side = most;
    delete m_samples->layout();
    auto* grid = new QGridLayout(m_samples);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(metric::medium);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(columns + 1, 1);
    for (int i = 0; i < count; ++i) {
        buttons[i]->setSide(oneRow ? most : kSmallSide);
        buttons[i]->setVisible(i < columns * rows);
        if (i < columns * rows)
            grid->addWidget(buttons[i], i / columns, 1 + i % columns, Qt::AlignTop); // a name may take two lines
    }
    m_samples->updateGeometry();
}

void EmptyState::setWaiting(const Waiting& waiting)
{
    const bool inviting = waiting.picture.isEmpty();
    m_title->setText(inviting ? invitation() : waiting.picture);
    m_sentence->setText(waiting.sentence.isEmpty() ? promise() : waiting.sentence);
    m_inviting = inviting;
    if (!inviting && isAncestorOf(window()->focusWidget()))
        setFocus(); // else what is hidden hands the keys on to a stranger
    m_open->setVisible(inviting);
    m_tour->setVisible(inviting && !m_samples->findChildren<SampleButton*>().isEmpty());
    m_samples->setVisible(inviting);
    m_models->setVisible(inviting);
    showWords();
}

/// In a low window the ways to begin matter more than words about them.
void EmptyState::showWords()
{
    m_sentence->setVisible(!m_inviting || !low());
    m_samplesTitle->setVisible(m_inviting && m_columns > 0 && !low());
    showRecent();
    m_modelsTitle->setVisible(m_inviting && !low());
}

void EmptyState::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrangeSamples();
    showWords();
}

void EmptyState::setDropActive(bool active)
{
    if (active == m_dropActive)
        return;
    m_dropActive = active;
    update();
}

void EmptyState::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.fillRect(rect(), theme.canvas);
    const QRectF target = QRectF(rect()).adjusted(20.5, 20.5, -20.5, -20.5);
    QColor quiet = theme.faint;
    quiet.setAlphaF(0.45F);
    QPen pen(m_dropActive ? theme.accent : quiet, m_dropActive ? 2 : 1.25, Qt::CustomDashLine);
    pen.setDashPattern({5, 5});
    p.setPen(pen);
    QColor glow = theme.accent;
    glow.setAlphaF(0.06F);
    p.setBrush(m_dropActive ? QBrush(glow) : QBrush(Qt::NoBrush));
    p.drawRoundedRect(target, 12, 12);
}

}
