// ui/view/inside/followed_panel.cpp
#include "ui/view/inside/followed_panel.h"
#include "ui/adapter/class_names.h"
#include "ui/adapter/inside/card_parts.h"
#include "ui/adapter/inside/map_beside.h"
#include "ui/adapter/intervention_texts.h"
#include "ui/adapter/texts.h"
#include "ui/view/inside/norm_curve.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/labelled_row.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPixmap>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;
constexpr int kPixels = 88;

double valueAt(const std::vector<float>& values, int token)
{
    return token >= 0 && token < static_cast<int>(values.size()) ? static_cast<double>(values[static_cast<std::size_t>(token)]) : NAN;
}

double median(std::vector<float> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return static_cast<double>(*middle);
}

/// Each pixel stays a square.
QPixmap enlarged(const QImage& pixels, QSize size, double dense)
{
    QPixmap large = QPixmap::fromImage(pixels.scaled(size * dense));
    large.setDevicePixelRatio(dense);
    return large;
}

QLabel* note()
{
    auto* label = new QLabel;
    label->setFont(smallFont());
    label->setProperty("tone", u"dim"_s);
    label->setWordWrap(true);
    return label;
}

}

FollowedPanel::FollowedPanel(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"followedPanel"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metric::medium, metric::medium, metric::medium, metric::medium);
    column->setSpacing(2);
    column->addWidget(makeHeading(tr("You follow")));
    auto* who = new QHBoxLayout;
    who->setSpacing(metric::medium);
    m_pixels = new QLabel;
    m_pixels->setObjectName(u"followedPixels"_s);
    m_pixels->setFixedSize(scaled(kPixels), scaled(kPixels));
    m_pixels->setAlignment(Qt::AlignCenter);
    m_pixels->setFont(boldFont());
    m_pixels->setProperty("tone", u"dim"_s);
    m_pixels->setProperty("surface", u"raised"_s); // of a token without pixels
    m_pixels->setAccessibleName(tr("Its pixels"));
    m_name = new QLabel;
    m_name->setObjectName(u"followedName"_s);
    m_name->setWordWrap(true);
    m_number = note();
    m_number->setObjectName(u"followedNumber"_s);
    m_classToken = new QPushButton(tr("follow the class token"));
    m_classToken->setObjectName(u"followClassToken"_s);
    m_classToken->setAccessibleName(tr("Follow the class token"));
    m_classToken->setToolTip(tr("The way of the class token instead of a patch's"));
    m_classToken->setProperty("kind", u"flat"_s);
    m_classToken->setFont(smallFont());
    m_classToken->setStyleSheet(u"padding: 2px 0px; min-height: 0px; text-align: left; color: palette(link);"_s);
    connect(m_classToken, &QPushButton::clicked, this, &FollowedPanel::classTokenAsked);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_name);
    words->addWidget(m_number);
    words->addWidget(m_classToken, 0, Qt::AlignLeft);
    words->addStretch(1);
    who->addWidget(m_pixels);
    who->addLayout(words, 1);
    column->addLayout(who);
    column->addSpacing(metric::medium);
    column->addWidget(makeHeading(tr("Its length here")));
    for (auto [row, label] : {std::pair{&m_before, tr("before the block")}, {&m_attention, tr("what attention adds")}, {&m_middle, tr("between")},
             {&m_mlp, tr("what the MLP adds")}, {&m_after, tr("after the block")}}) {
        *row = new LabelledRow(label);
        column->addWidget(*row);
    }
    m_curve = new NormCurve;
    connect(m_curve, &NormCurve::layerChosen, this, &FollowedPanel::layerChosen);
    column->addSpacing(metric::tiny);
    column->addWidget(m_curve);
    m_legend = note();
    m_legend->setObjectName(u"normLegend"_s);
    column->addWidget(m_legend);
    m_endings = new QWidget;
    auto* endings = new QVBoxLayout(m_endings);
    endings->setContentsMargins(0, metric::medium, 0, 0);
    endings->setSpacing(2);
    endings->addWidget(makeHeading(tr("If the network ended here")));
    m_ending = new LabelledRow(QString());
    m_ending->value()->setObjectName(u"followedEnding"_s);
    m_whole = new LabelledRow(QString());
    m_whole->value()->setObjectName(u"wholeEnding"_s);
    m_endingNote = note();
    m_endingNote->setObjectName(u"endingNote"_s);
    endings->addWidget(m_ending);
    endings->addWidget(m_whole);
    endings->addWidget(m_endingNote);
    column->addWidget(m_endings);
    column->addSpacing(metric::medium);
    column->addWidget(makeHeading(tr("Colours")));
    auto* colours = note();
    colours->setText(tr("red: above zero, blue: below it; the stronger, the further from zero"));
    column->addWidget(colours);
    column->addSpacing(metric::medium);
    column->addWidget(makeHeading(tr("Read more")));
    m_paper = note();
    m_paper->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_paper);
    column->addStretch(1);
}

void FollowedPanel::showSubject(const inside::Subject& subject)
{
    const int row = subject.row();
    if (subject.followed.patch)
        m_pixels->setPixmap(enlarged(inside::patchPixels(*subject.analysis, subject.grid(), row - subject.prefix()), m_pixels->size(), devicePixelRatioF()));
    else
        m_pixels->setText(inside::tokenBadge(subject, row));
    m_name->setText(inside::tokenName(subject, row, inside::Naming::Full));
    const int count = subject.prefix() + subject.grid().count();
    const bool attends = subject.hasAttention(); // convolutions have places, no tokens, and add in one step
    QStringList about{andThen((attends ? tr("token %1 (of 0 … %2)") : tr("place %1 (of 0 … %2)")).arg(row).arg(count - 1), inside::gridsText(subject))};
    if (const QString region = inside::regionText(subject); !region.isEmpty())
        about << region;
    m_number->setText(about.join(u'\n'));
    m_legend->setText(attends ? tr("length: the root of its squared numbers' sum. The line: after every block; grey: the middle one of all tokens")
                               : tr("length: the root of its squared numbers' sum. The line: after every block; grey: the middle one of all places"));
    for (LabelledRow* part : {m_attention, m_middle, m_mlp})
        part->setVisible(attends);
    m_classToken->setVisible(subject.analysis->tokens.classToken && row != 0);
    const auto& lengths = subject.pass->lengths;
    const auto layer = static_cast<std::size_t>(subject.layer.value);
    const TokenLengths none, &here = layer < lengths.size() ? lengths[layer] : none;
    for (auto [line, values] : {std::pair{m_before, &here.before}, {m_attention, &here.attention}, {m_middle, &here.middle}, {m_mlp, &here.mlp}, {m_after, &here.after}})
        line->value()->setText(valueText(valueAt(*values, row), 3));
    QVector<double> followed, others;
    for (std::size_t l = 0; l < lengths.size(); ++l) {
        auto each = subject;
        each.layer = LayerIndex{static_cast<int>(l)};
        followed << valueAt(lengths[l].after, each.row());
        others << median(lengths[l].after);
    }
    m_curve->setCurves(followed, others, subject.layer.value);
    const QString changes = interventionsText(subject.analysis->interventions);
    m_curve->setAbout(m_name->text() + (changes.isEmpty() ? QString() : u" · "_s + changes));
}

void FollowedPanel::showEndings(const inside::Subject& subject, const InsideRun::Ending& followed, const InsideRun::Ending& all)
{
    m_endings->setVisible(followed.known || all.known);
    const auto show = [&](LabelledRow* row, const QString& who, const InsideRun::Ending& ending) {
        row->setVisible(ending.known);
        if (!ending.known)
            return;
        const QString name = className(*subject.analysis, ending.best);
        const QString share = u"  "_s + percentText(ending.share) + u" %"_s;
        row->label()->setText(who);
        const QFontMetrics font = row->value()->fontMetrics();
        const int room = contentsRect().width() - 2 * metric::medium - metric::small - row->label()->sizeHint().width();
        row->value()->setText(font.elidedText(name, Qt::ElideRight, room - font.horizontalAdvance(share)) + share);
        row->setToolTip(name);
    };
    const QString who = !subject.followed.patch ? inside::tokenName(subject, subject.row(), inside::Naming::Full) : subject.hasAttention() ? tr("this patch") : tr("this place");
    show(m_ending, who, followed); // the note has room to say which
    show(m_whole, tr("the whole"), subject.followed.token == 0 && subject.analysis->tokens.asksClassToken() ? InsideRun::Ending{} : all);
    const auto& end = subject.analysis->predictions;
    QString text = tr("what the head would say of %1 after block %2").arg(inside::tokenInWords(subject, subject.row())).arg(subject.layer.value);
    if (m_whole->isVisibleTo(m_endings))
        text += tr("; the whole: what it says of the picture there");
    if (!end.empty())
        text += tr("; at the end %1, %2 %").arg(shownClassName(end.front().name, end.front().index), percentText(static_cast<double>(end.front().probability)));
    m_endingNote->setText(withoutGaps(text).replace(u" %"_s, u"\u00a0%"_s)); // no line begins with the sign
}

void FollowedPanel::showPaper(const QString& paper)
{
    m_paper->setText(paper);
}

}
