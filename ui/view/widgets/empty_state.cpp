// ui/view/widgets/empty_state.cpp: the page before the first picture.
#include "ui/view/widgets/empty_state.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/sample_button.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace patchlight
{

using namespace Qt::StringLiterals;

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(tr("Drop a picture here"), this)), m_sentence(new QLabel(this)),
      m_samplesTitle(new QLabel(tr("or start with a sample"), this)),
      m_open(new QPushButton(tr("Open picture…"), this)), m_samples(new QWidget(this))
{
    setObjectName(u"emptyState"_s);
    setAccessibleName(tr("No picture yet"));
    QFont large = bodyFont();
    large.setPixelSize(scaled(20));
    m_title->setFont(large);
    m_sentence->setProperty("tone", u"dim"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setText(
        tr("See what a Vision Transformer looks at, layer by layer and head by head. Nothing leaves this computer."));
    m_samplesTitle->setProperty("tone", u"faint"_s);
    m_open->setObjectName(u"emptyOpenButton"_s);
    m_open->setAccessibleName(tr("Open picture"));
    m_open->setProperty("kind", u"primary"_s);
    m_open->setFocusPolicy(Qt::TabFocus);
    m_samples->setLayout(new QHBoxLayout);
    m_samples->layout()->setContentsMargins(0, 0, 0, 0);
    m_samples->layout()->setSpacing(metric::medium);
    for (QLabel* label : {m_title, m_sentence, m_samplesTitle})
        label->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(48), scaled(40), scaled(48), scaled(40));
    column->setSpacing(metric::medium);
    column->addStretch(2);
    column->addWidget(m_title);
    auto* sentence = new QHBoxLayout;
    m_sentence->setMinimumWidth(scaled(200));
    m_sentence->setMaximumWidth(scaled(420));
    sentence->addStretch(1);
    sentence->addWidget(m_sentence, 8);
    sentence->addStretch(1);
    column->addLayout(sentence);
    column->addSpacing(metric::tiny);
    column->addWidget(m_open, 0, Qt::AlignHCenter);
    column->addSpacing(metric::large);
    column->addWidget(m_samplesTitle);
    column->addWidget(m_samples, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_samplesTitle->hide();
    connect(m_open, &QPushButton::clicked, this, &EmptyState::openRequested);
}

void EmptyState::setSamples(const QVector<Sample>& samples)
{
    qDeleteAll(m_samples->findChildren<SampleButton*>());
    for (int i = 0; i < samples.size(); ++i) {
        auto* button = new SampleButton(samples[i].title, samples[i].picture, m_samples);
        button->setObjectName(u"sampleButton%1"_s.arg(i));
        m_samples->layout()->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, i] { Q_EMIT sampleChosen(i); });
    }
    m_samplesTitle->setVisible(!samples.isEmpty());
}

void EmptyState::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
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
