// ui/view/window/weights_panel.h: what was learned, looked at: the patch embedding's filters, Swin's position bias.
#pragma once
#include <QWidget>

class QLabel;

namespace patchlight
{
class CollapsibleSection;
class Session;
class TileSheet;

/// Both fold; nothing is computed for what is folded.
class WeightsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit WeightsPanel(Session* session, QWidget* parent = nullptr);

private:
    void askFilters();
    void showFilters();
    void showBias();

    Session* m_session;
    CollapsibleSection *m_filterSection, *m_biasSection;
    TileSheet *m_filters, *m_bias;
    QLabel *m_filterNote, *m_biasNote;
};

}
