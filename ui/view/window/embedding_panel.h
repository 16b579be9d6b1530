// ui/view/window/embedding_panel.h: where classes stand otherwise: which number of the embedding is explained.
#pragma once
#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;

namespace patchlight
{
class SegmentedControl;
class Session;

/// Its norm, its similarity to another picture's, or one component. A picture dropped here is the other one.
class EmbeddingPanel : public QWidget
{
    Q_OBJECT
public:
    explicit EmbeddingPanel(Session* session, QWidget* parent = nullptr);

Q_SIGNALS:
    void pictureAsked(); ///< by a dialog; the answer goes to Session::likePicture()

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void choose(int kind);
    void chooseComponent(int component);
    void showChoice();
    void showDoubt();

    Session* m_session;
    SegmentedControl* m_kind;
    QPushButton* m_other; ///< the other picture, by name
    QSpinBox* m_component;
    QLabel* m_value; ///< what the number is now
    QLabel* m_doubt; ///< where the map holds nothing
};

}
