// ui/view/export/figure_form.h: a figure's size on paper, and what of it is drawn.
#pragma once
#include "ui/adapter/export_files.h"
#include <QWidget>

class QDoubleSpinBox;
class QSpinBox;

namespace patchlight
{
class Settings;
class Switch;

class FigureForm : public QWidget
{
    Q_OBJECT
public:
    /// Width and density are those that were remembered last.
    explicit FigureForm(Settings* settings);

    FigureChoice choice() const;
    void remember();
    void setMadeOfPixels(bool pixels); ///< else the density says nothing

Q_SIGNALS:
    void changed(); ///< what a preview shows

private:
    void buildMeasures();
    void buildParts();

    Settings* m_settings;
    QDoubleSpinBox* m_width;
    QSpinBox* m_dpi;
    Switch *m_titled, *m_barred;
    QWidget* m_dpiRow;
};

}
