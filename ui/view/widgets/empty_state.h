// ui/view/widgets/empty_state.h: the canvas before the first picture: drop one, open one, or take a sample.
#pragma once
#include <QImage>
#include <QVector>
#include <QWidget>

class QLabel;
class QPushButton;

namespace patchlight
{

class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);
    struct Sample {
        QString title;
        QImage picture;
    };
    void setSamples(const QVector<Sample>& samples);
    void setModel(const QString& name); ///< that a sample opens with; empty: the default one
    /// The keyboard begins with "Open picture…"; false while nobody is invited.
    bool focusInvitation();
    /// Names of pictures opened before, newest first; as many as fit one line are offered.
    void setRecent(const QStringList& names);
    /// What is on its way; empty: the invitation again.
    struct Waiting {
        QString picture; ///< its name; then there is nothing to invite to
        QString sentence;
    };
    void setWaiting(const Waiting& waiting);
    void setDropActive(bool); ///< a picture is held over the window

Q_SIGNALS:
    void openRequested();
    void sampleChosen(int index);
    void recentChosen(int index);
    void modelsRequested(bool published); ///< a model first: one of this computer, or a published one
    void tourRequested();

protected:
    void resizeEvent(QResizeEvent*) override;
    void paintEvent(QPaintEvent*) override;

private:
    void arrangeSamples();
    bool low() const; ///< not high enough for every word
    QWidget* buildModels();
    void showWords();
    void showRecent();

    QLabel* m_title;
    QLabel* m_sentence;
    QLabel* m_samplesTitle;
    QPushButton* m_open;
    QPushButton* m_tour;
    QWidget* m_samples;
    QWidget* m_recent;
    int m_recentCount = 0;
    QWidget* m_models; ///< other ways to begin
    QLabel* m_modelsTitle;
    int m_columns = 0, m_rows = 0; ///< of samples
    int m_side = 0; ///< of a sample in one row
    bool m_inviting = true;
    bool m_dropActive = false;
};

}
