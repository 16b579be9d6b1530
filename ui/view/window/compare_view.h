// ui/view/window/compare_view.h: the canvas, and beside it a held map or the difference, with their likeness.
#pragma once
#include "ui/adapter/core_types.h"
#include <QWidget>

class QLabel;
class QPushButton;

namespace patchlight
{
class Comparison;
class ImageCanvas;
class SegmentedControl;
class Session;

/// Both canvases show the same place and mark the same patch; the strip above names both maps and says how alike
/// they are. While nothing is compared, only the canvas is there.
class CompareView : public QWidget
{
    Q_OBJECT
public:
    /// Takes `canvas`; session and comparison outlive this.
    CompareView(Session* session, Comparison* comparison, ImageCanvas* canvas, QWidget* parent = nullptr);

    /// Brings the right side in step with session, comparison and canvas.
    void showMaps();
    void alignCaptions(); ///< both pictures begin below the longer one
    void setFoot(int room); ///< of both canvases, so that both pictures are of one size
    /// The live map minus the held one, while it is on screen; else null.
    ShownMapPtr difference() const;

private:
    QWidget* buildStrip();
    void link();
    void showPicture();
    bool linked() const;
    void followView();
    ShownMapPtr mapBeside() const;
    void showNumbers();
    void showBeside();
    void resizeEvent(QResizeEvent* event) override;

    Session* m_session;
    Comparison* m_comparison;
    ImageCanvas* m_canvas;
    ImageCanvas* m_beside;
    QWidget* m_line;
    QWidget* m_strip;
    QLabel* m_numbers;
    SegmentedControl* m_show;
    QPushButton *m_swap, *m_hold;
    AnalysisPtr m_pictureBeside; ///< whose picture is on the canvas beside
    bool m_inputBeside = false;
};

}
