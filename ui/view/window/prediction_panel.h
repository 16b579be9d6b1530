// ui/view/window/prediction_panel.h: what the model makes of the picture: classes, labels, values or an embedding.
#pragma once
#include "ui/view/widgets/prediction_list.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace patchlight
{
class EmbeddingPanel;
class SegmentedControl;
class Session;

/// A class that is chosen becomes the target.
class PredictionPanel : public QWidget
{
    Q_OBJECT
public:
    explicit PredictionPanel(Session* session, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void modelsAsked();
    void likePictureAsked();

private:
    void build(QVBoxLayout* column);
    void hear();
    void showPredictions();
    void showBusy();
    QVector<PredictionRow> rows(bool all) const;
    QString noClassesText() const;
    void showOutputs();
    void showTarget();
    void setAllClasses(bool all);
    void follow(const QString& link);
    void findClass(const QString& words);

    Session* m_session;
    SegmentedControl* m_head; ///< distilled nets: both heads, or one
    QLabel* m_changed; ///< how the bars are to be read
    QLabel* m_outputs; ///< what the numbers are, where they are no shares
    QPushButton* m_numbers; ///< class numbers for names that are assumed
    QLabel* m_noClasses;
    EmbeddingPanel* m_embedding;
    QLabel* m_unsure; ///< the best class is a guess; with a link to other models
    PredictionList* m_predictions;
    QLineEdit* m_filter;
    QLabel* m_noSuchClass;
    QPushButton* m_all;
};

}
