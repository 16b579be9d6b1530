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
    /// Replaces the sentence, for instance while a model loads.
    void setSentence(const QString&);
    void setDropActive(bool); ///< a picture is held over the window

Q_SIGNALS:
    void openRequested();
    void sampleChosen(int index);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QLabel* m_title;
    QLabel* m_sentence;
    QLabel* m_samplesTitle;
    QPushButton* m_open;
    QWidget* m_samples;
    bool m_dropActive = false;
};

}
