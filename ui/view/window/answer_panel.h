// ui/view/window/answer_panel.h: predictions, where the attention goes, what is known of the model.
#pragma once
#include "ui/adapter/texts.h"
#include <QWidget>

namespace patchlight
{
class Session;

class AnswerPanel : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerPanel(Session* session, QWidget* parent = nullptr);

Q_SIGNALS:
    void modelsAsked();
    void likePictureAsked(); ///< that the embedding is compared with
    void factEditRequested(patchlight::FactId fact, QPoint global);
};

}
