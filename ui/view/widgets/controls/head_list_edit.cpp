// ui/view/widgets/controls/head_list_edit.cpp
#include "ui/view/widgets/controls/head_list_edit.h"
#include "ui/adapter/head_weight_texts.h"
#include "ui/adapter/texts.h"
#include <QStyle>
#include <QToolTip>

namespace patchlight
{

using namespace Qt::StringLiterals;

HeadListEdit::HeadListEdit(QWidget* parent) : QLineEdit(parent)
{
    setProperty("look", u"value"_s); // as the values of the rows around it, until it is touched
    setAlignment(Qt::AlignRight);
    setPlaceholderText(tr("all"));
    complain({});
    connect(this, &QLineEdit::editingFinished, this, &HeadListEdit::read);
    connect(this, &QLineEdit::textEdited, this, [this] { complain({}); });
}

void HeadListEdit::showWeights(const std::vector<float>& weights, int heads)
{
    m_heads = heads;
    if (isModified())
        return;
    setText(headWeightsLabel(weights));
    complain({});
}

void HeadListEdit::read()
{
    if (!isModified())
        return; // left as it was
    const auto weights = headWeightsFrom(text(), m_heads);
    complain(weights ? QString() : fromUtf8(weights.error().message));
    if (!weights)
        return;
    setModified(false);
    Q_EMIT weightsChosen(*weights);
}

void HeadListEdit::complain(const QString& reason)
{
    if (QToolTip::isVisible() && QToolTip::text() == toolTip())
        QToolTip::hideText(); // no longer true
    setProperty("state", reason.isEmpty() ? QString() : u"error"_s);
    style()->polish(this);
    setToolTip(reason.isEmpty() ? tr("Heads that count, such as 0,2,5; with weights 0:2,5:0.5. Empty: all alike. Or "
                                     "Ctrl+click thumbnails.")
                                : reason);
    if (!reason.isEmpty() && isVisible())
        QToolTip::showText(mapToGlobal(rect().bottomLeft()), reason, this);
}

}
