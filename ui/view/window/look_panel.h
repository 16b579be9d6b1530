// ui/view/window/look_panel.h: how the map looks: colours, opacity, smoothness, scale, threshold, grid.
#pragma once
#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QSlider;

namespace patchlight
{
class ColourMapPicker;
class LabelledRow;
class SegmentedControl;
class Session;
class Switch;
class ValueCombo;

class LookPanel : public QWidget
{
    Q_OBJECT
public:
    explicit LookPanel(Session* session, QWidget* parent = nullptr);

private:
    void build();
    QDoubleSpinBox* addBound(const QString& label, const QString& name, LabelledRow** row);
    void hear();
    void showLook();
    void showRows();

    Session* m_session;
    ColourMapPicker* m_colours;
    QLabel *m_opacityText, *m_massText;
    QSlider *m_opacity, *m_mass;
    SegmentedControl* m_smooth;
    ValueCombo* m_scale;
    LabelledRow *m_clearRow, *m_scaleRow, *m_massRow, *m_lowRow, *m_highRow;
    QDoubleSpinBox *m_low, *m_high;
    Switch *m_clear, *m_grid, *m_input;
};

}
