// ui/view/window/shares_panel.cpp
#include "ui/view/window/shares_panel.h"
#include "ui/adapter/texts.h"
#include "ui/state/session.h"
#include "ui/state/token_shares.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/shares_bar.h"
#include "ui/view/widgets/labelled_row.h"
#include <QTimer>
#include <QVBoxLayout>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kStaleAfterMs = 150;

QString whyNoShares(NoShares why, Method method)
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
    if (methodInfo(method).group == MethodGroup::Features)
        return SharesPanel::tr("This shows what the patches are like, not where the attention goes.");
    return withoutGaps(SharesPanel::tr("%1 weighs by more than attention, so its values are not shares of it.")
                           .arg(methodLabel(method)));
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
    connect(m_patience, &QTimer::timeout, m_shares, [this] { m_shares->setStale(m_session->changing()); });
    connect(session, &Session::mapChanged, this, &SharesPanel::showShares);
    connect(session, &Session::busyChanged, this, [this] {
        if (!m_session->changing()) {
            m_patience->stop();
            m_shares->setStale(false);
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

void SharesPanel::showShares()
{
    const auto& shown = m_session->shown();
    const SharesOfMap found = shown ? sharesOf(shown->explanation) : SharesOfMap();
    const bool any = found.shares.has_value();
    m_sharesHeading->setVisible(shown != nullptr);
    m_shares->setVisible(any);
    m_sharesHint->setVisible(any);
    m_noShares->setVisible(shown && !any);
    if (shown && !any)
        m_noShares->setText(whyNoShares(found.why, shown->request().method));
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
}

}
