// ui/view/window/answer_panel.h: predictions, where the attention goes, what is known of the model.
#pragma once
#include "ui/adapter/texts.h"
#include "ui/view/widgets/prediction_list.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace patchlight
{
class FactList;
class SegmentedControl;
class Session;
class SharesBar;

class AnswerPanel : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerPanel(Session* session, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void modelsAsked();
    void factEditRequested(patchlight::FactId fact, QPoint global);

private:
    void build();
    void buildPrediction(QVBoxLayout* column);
    void buildShares(QVBoxLayout* column);
    void showPredictions();
    QVector<PredictionRow> rows(bool all) const;
    QVector<PredictionRow> namedRows(bool all) const;
    void showOutputs();
    void showTarget();
    void showShares();
    void showModel();
    void setAllClasses(bool all);
    void follow(const QString& link);
    void findClass(const QString& words);

    Session* m_session;
    SegmentedControl* m_head; ///< distilled nets: both heads, or one
    QLabel* m_outputs = nullptr; ///< what the numbers are, where they are no shares
    QPushButton* m_numbers = nullptr; ///< class numbers for names that are assumed
    QLabel* m_changed; ///< how the bars are to be read
    QLabel* m_noClasses;
    QLabel* m_unsure; ///< the best class is a guess; with a link to other models
    PredictionList* m_predictions;
    QLineEdit* m_filter;
    QPushButton* m_all;
    QLabel* m_sharesHeading;
    SharesBar* m_shares;
    QLabel* m_sharesHint;
    QTimer* m_patience; ///< what is over in a blink dims nothing
    QLabel* m_noShares; ///< why there are none
    QLabel* m_noSuchClass;
    QLabel* m_factsHeading;
    FactList* m_facts;
    QVector<FactId> m_factIds; ///< of the rows
};

}
