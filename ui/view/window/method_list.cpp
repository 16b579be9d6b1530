// ui/view/window/method_list.cpp
#include "ui/view/window/method_list.h"
#include "ui/adapter/texts.h"
#include "ui/state/session.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/collapsible_section.h"
#include "ui/view/widgets/controls/option_list.h"
#include "ui/view/widgets/labelled_row.h"
#include <QLabel>
#include <QVBoxLayout>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

/// The methods of these groups, in the order of the table.
QVector<Method> listed(std::initializer_list<MethodGroup> groups)
{
    QVector<Method> all;
    for (const MethodGroup group : groups)
        for (const Method method : methodsOf(group))
            all << method;
    return all;
}

}

MethodList::MethodList(Session* session, QWidget* parent) : QWidget(parent), m_session(session)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(makeHeading(tr("Map")));
    m_sections << makeSection(column, {}, u"methodList"_s, listed({MethodGroup::Main}));
    column->addSpacing(metric::tiny);
    m_sections << makeSection(column, tr("More methods"), u"moreMethodList"_s, listed({MethodGroup::More, MethodGroup::Baseline}));
    m_sections << makeSection(column, tr("Features"), u"featureList"_s, listed({MethodGroup::Features}));
    connect(&session->selection(), &Selection::mapChanged, this, &MethodList::showChoice);
    connect(&session->selection(), &Selection::shapeChanged, this, &MethodList::fill);
    fill();
}

MethodList::Section MethodList::makeSection(
    QVBoxLayout* column, const QString& title, const QString& objectName, const QVector<Method>& methods)
{
    Section section{methods, new OptionList, nullptr};
    section.list->setObjectName(objectName);
    section.list->setAccessibleName(title.isEmpty() ? tr("Method") : title);
    if (title.isEmpty()) {
        column->addWidget(section.list);
    } else {
        section.fold = new CollapsibleSection(title);
        section.fold->setExpanded(false);
        section.fold->content()->addWidget(section.list);
        column->addWidget(section.fold);
    }
    connect(section.list, &OptionList::chosen, this,
        [this, methods](int index) { m_session->selection().setMethod(methods.at(index)); });
    return section;
}

QString MethodList::unfitText(Unfit why)
{
    switch (why) {
    case Unfit::NeedsAttention:
        return tr("needs attention");
    case Unfit::NotOnSwin:
        return tr("not on Swin");
    case Unfit::NeedsPooling:
        return tr("needs pooling");
    case Unfit::NeedsClasses:
        return tr("needs classes");
    case Unfit::Fits:
        break;
    }
    return {};
}

void MethodList::fill()
{
    const auto& shape = m_session->selection().shape();
    for (const Section& section : m_sections) {
        QVector<OptionRow> options;
        for (const Method method : section.methods) {
            const Unfit why = whyUnfit(method, shape);
            const bool ofEmbedding = shape.components > 0 && methodInfo(method).needs == Needs::Class;
            const QString needs = ofEmbedding ? tr("embedding") : needsText(method);
            const QString hint = why == Unfit::Fits ? needs : unfitText(why);
            const QString first = u"<p><b>"_s + QString(methodLabel(method) + u" · "_s + hint).toHtmlEscaped() + u"</b></p>"_s;
            options << OptionRow{methodLabel(method), hint, first + methodToolTip(method), why == Unfit::Fits};
        }
        section.list->setOptions(options);
    }
    showChoice();
}

void MethodList::showChoice()
{
    const Method method = m_session->selection().map().method;
    for (const Section& section : m_sections) {
        const auto row = static_cast<int>(section.methods.indexOf(method));
        section.list->setCurrent(row);
        if (section.fold && row >= 0)
            section.fold->setExpanded(true);
    }
}

}
