// ui/view/window/answer_panel.cpp
#include "ui/view/window/answer_panel.h"
#include "ui/view/theme/theme.h"
#include "ui/view/window/facts_panel.h"
#include "ui/view/window/prediction_panel.h"
#include "ui/view/window/shares_panel.h"
#include "ui/view/window/weights_panel.h"
#include <QVBoxLayout>

namespace patchlight
{

AnswerPanel::AnswerPanel(Session* session, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metric::medium, metric::medium, metric::medium, metric::medium);
    column->setSpacing(metric::tiny);
    auto* prediction = new PredictionPanel(session);
    connect(prediction, &PredictionPanel::modelsAsked, this, &AnswerPanel::modelsAsked);
    connect(prediction, &PredictionPanel::likePictureAsked, this, &AnswerPanel::likePictureAsked);
    column->addWidget(prediction);
    column->addSpacing(metric::medium);
    column->addWidget(new SharesPanel(session));
    column->addSpacing(metric::medium);
    auto* facts = new FactsPanel(session);
    connect(facts, &FactsPanel::factEditRequested, this, &AnswerPanel::factEditRequested);
    column->addWidget(facts);
    column->addSpacing(metric::small);
    column->addWidget(new WeightsPanel(session));
    column->addStretch(1);
}

}
