// ui/view/window/shares_panel.cpp
#include "ui/view/window/shares_panel.h"
#include "ui/adapter/map_comparison.h"
#include "ui/adapter/texts.h"
#include "ui/adapter/value_texts.h"
#include "ui/state/session.h"
#include "ui/state/token_shares.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/shares_bar.h"
#include "ui/view/widgets/labelled_row.h"
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>
#include <numeric>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kStaleAfterMs = 150;

QString whyNoShares(NoShares why)
{
    switch (why) {
    case NoShares::Inverse:
        return SharesPanel::tr("Who looks here: every patch has its own whole, so these are not shares of one.");
    case NoShares::NotAWhole:
        return SharesPanel::tr("The strongest or weakest of several heads does not add up to a whole.");
    case NoShares::Silent:
        return SharesPanel::tr("This head is switched off: it looks nowhere.");
    case NoShares::NotAttention:
        break;
    }
    return {};
}

/// Empty where neither can be asked.
QString whereToSee(const NetShape& shape)
{
    if (!methodFits(Method::Attention, shape) || !methodFits(Method::Rollout, shape))
        return {};
    return SharesPanel::tr("Where it goes: see %1 or %2.").arg(methodLabel(Method::Attention), methodLabel(Method::Rollout));
}

}

SharesPanel::SharesPanel(Session* session, QWidget* parent) : QWidget(parent), m_session(session)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::tiny);
    build(column);
    m_patience = new QTimer(this);
    m_patience->setSingleShot(true);
    m_patience->setInterval(kStaleAfterMs);
    connect(m_patience, &QTimer::timeout, this, [this] { setStale(m_session->changing()); });
    connect(session, &Session::mapChanged, this, &SharesPanel::showShares);
    connect(session, &Session::analysisChanged, this, &SharesPanel::showShares); // another picture has no map yet
    connect(session, &Session::busyChanged, this, [this] {
        if (!m_session->changing()) {
            m_patience->stop();
            setStale(false);
        } else if (!m_patience->isActive()) {
            m_patience->start();
        }
    });
    showShares();
}

void SharesPanel::build(QVBoxLayout* column)
{
    m_sharesHeading = makeHeading(tr("Where it looks"));
    column->addWidget(m_sharesHeading);
    m_shares = new SharesBar;
    m_shares->setObjectName(u"shares"_s);
    m_shares->setAccessibleName(tr("Where the attention goes"));
    column->addSpacing(2);
    column->addWidget(m_shares);
    m_sharesHint = new QLabel(tr("Of the attention this map shows: how much goes to the picture, how much to tokens that "
                                 "stand for no place."));
    m_sharesHint->setObjectName(u"sharesHint"_s);
    m_sharesHint->setWordWrap(true);
    m_sharesHint->setFont(smallFont());
    m_sharesHint->setProperty("tone", u"dim"_s);
    column->addWidget(m_sharesHint);
    m_noShares = new QLabel;
    m_noShares->setObjectName(u"noShares"_s);
    m_noShares->setWordWrap(true);
    m_noShares->setProperty("tone", u"dim"_s);
    column->addWidget(m_noShares);
}

QString SharesPanel::whatTheySay(const ShownMap& shown) const
{
    QStringList says{valuesText(shown), strongestText(shown)};
    const ValueMeaning values = methodInfo(shown.request().method).values;
    if (values != ValueMeaning::Baseline && values != ValueMeaning::Shares) // those are attention, if of two tokens
        says.insert(1, whereToSee(m_session->selection().shape()));
    says.removeAll(QString());
    return std::accumulate(says.begin(), says.end(), QString(), andThen);
}

void SharesPanel::setStale(bool stale)
{
    m_shares->setStale(stale);
    for (QLabel* words : {m_sharesHint, m_noShares}) {
        words->setProperty("tone", stale ? u"faint"_s : u"dim"_s);
        words->style()->unpolish(words);
        words->style()->polish(words);
    }
}

void SharesPanel::showShares()
{
    const auto& shown = m_session->shown();
    if (!shown && m_session->analysis() && m_session->whyNoMap().isEmpty()) {
        m_shares->hide();
        m_sharesHint->hide();
        m_noShares->setText(tr("The map is not there yet."));
        m_noShares->show(); // so that the panel keeps its room
        return;
    }
    const SharesOfMap found = shown ? sharesOf(shown->explanation) : SharesOfMap();
    const bool any = found.shares.has_value();
    m_sharesHeading->setVisible(shown != nullptr);
    m_shares->setVisible(any);
    m_sharesHint->setVisible(any);
    m_noShares->setVisible(shown && !any);
    const bool attention = !shown || any || found.why != NoShares::NotAttention;
    m_sharesHeading->setText(attention ? tr("Where it looks") : tr("What the values say"));
    if (!attention)
        m_noShares->setText(whatTheySay(*shown));
    else if (!any)
        m_noShares->setText(whyNoShares(found.why));
    if (!any)
        return;
    const TokenShares& shares = *found.shares;
    const auto& tokens = m_session->selection().shape().tokens;
    const auto asked = shown->request().query.kind;
    const bool fromClass = asked == Query::Kind::ClassToken || (asked == Query::Kind::Default && tokens.asksClassToken());
    QVector<SharePart> parts{{tr("patches"), shares.patches}};
    if (tokens.classToken)
        parts << SharePart{fromClass ? tr("class token itself") : tr("class token"), shares.classToken};
    if (tokens.distillationToken)
        parts << SharePart{tr("distillation token"), shares.distillation};
    if (tokens.registers > 0)
        parts << SharePart{tr("register tokens"), shares.registers};
    m_shares->setParts(parts);
    m_shares->setAbout(mapTitle(*shown));
}

}
