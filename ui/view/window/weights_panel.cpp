// ui/view/window/weights_panel.cpp
#include "ui/view/window/weights_panel.h"
#include "ui/adapter/weight_pictures.h"
#include "ui/state/session.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/tile_sheet.h"
#include "ui/view/widgets/collapsible_section.h"
#include <QLabel>
#include <QVBoxLayout>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kFilterColumns = 7, kBiasColumns = 6;

QLabel* makeNote()
{
    auto* note = new QLabel;
    note->setWordWrap(true);
    note->setProperty("tone", u"dim"_s);
    note->setFont(smallFont());
    return note;
}

CollapsibleSection* makeSection(const QString& title, TileSheet* sheet, QLabel* note)
{
    auto* section = new CollapsibleSection(title);
    section->setExpanded(false);
    section->content()->setSpacing(metric::small);
    section->content()->addWidget(sheet);
    section->content()->addWidget(note);
    return section;
}

}

WeightsPanel::WeightsPanel(Session* session, QWidget* parent)
    : QWidget(parent), m_session(session), m_filters(new TileSheet(kFilterColumns, false)),
      m_bias(new TileSheet(kBiasColumns, true)), m_filterNote(makeNote()), m_biasNote(makeNote())
{
    m_filters->setObjectName(u"patchFilters"_s);
    m_filters->setAccessibleName(tr("Filters of the patch embedding"));
    m_bias->setObjectName(u"positionBias"_s);
    m_bias->setAccessibleName(tr("Bias by relative position, of every head"));
    m_filterSection = makeSection(tr("Patch filters"), m_filters, m_filterNote);
    m_filterSection->setObjectName(u"filterSection"_s);
    m_biasSection = makeSection(tr("Position bias"), m_bias, m_biasNote);
    m_biasSection->setObjectName(u"biasSection"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::tiny);
    column->addWidget(m_filterSection);
    column->addWidget(m_biasSection);

    auto& selection = session->selection();
    connect(m_filterSection, &CollapsibleSection::toggled, this, &WeightsPanel::askFilters);
    // Later: the session may be about to run the picture with the new model, and that comes first.
    connect(session, &Session::modelChanged, this, &WeightsPanel::askFilters, Qt::QueuedConnection);
    connect(session, &Session::busyChanged, this, &WeightsPanel::askFilters);
    connect(&session->filters(), &PatchFilterJob::changed, this, &WeightsPanel::showFilters);
    connect(m_biasSection, &CollapsibleSection::toggled, this, &WeightsPanel::showBias);
    connect(session, &Session::analysisChanged, this, &WeightsPanel::showBias);
    connect(session, &Session::runChanged, this, &WeightsPanel::showBias);
    connect(&selection, &Selection::mapChanged, this, &WeightsPanel::showBias);
    connect(m_bias, &TileSheet::chosen, this,
        [&selection](int head) { selection.selectHead(selection.currentLayer(), HeadIndex{head}); });
    askFilters();
    showFilters();
    showBias();
}

void WeightsPanel::askFilters()
{
    m_filterSection->setVisible(m_session->model() != nullptr);
    if (m_filterSection->expanded() && !m_session->changing())
        m_session->filters().follow(m_session->model());
}

void WeightsPanel::showFilters()
{
    const auto& found = m_session->filters().filters();
    m_filters->setVisible(found.has_value());
    if (!found) {
        m_filterNote->setText(m_session->filters().why());
        return;
    }
    QStringList tips;
    double together = 0;
    for (std::size_t i = 0; i < found->shares.size(); ++i) {
        together += double(found->shares[i]);
        tips << tr("component %1 · %2 % of the variance").arg(i + 1).arg(percentText(double(found->shares[i])));
    }
    m_filters->setTiles(filterPictures(*found), tips);
    m_filterNote->setText(tr("What the patch embedding looks for in the pixels: its %1 strongest components, %2 % of "
                             "the variance of all filters.")
                              .arg(found->shares.size())
                              .arg(percentText(together, 0)));
}

void WeightsPanel::showBias()
{
    const auto analysis = m_session->analysis();
    const bool relative = analysis && hasPositionBias(analysis->record);
    m_biasSection->setVisible(relative);
    if (!relative || !m_biasSection->expanded())
        return;
    const auto& selection = m_session->selection();
    const LayerIndex layer = selection.currentLayer();
    const auto tiles = positionBiasPictures(analysis->record, layer);
    QStringList tips;
    for (int head = 0; head < tiles.size(); ++head)
        tips << tr("head %1").arg(head);
    m_bias->setTiles(tiles, tips);
    m_bias->setVisible(!tiles.isEmpty());
    const auto* head = std::get_if<HeadIndex>(&selection.map().head);
    m_bias->setCurrent(head && selection.map().method == Method::Attention ? head->value : -1);
    m_biasNote->setText(tiles.isEmpty()
            ? tr("Layer %1 has no bias by position.").arg(layer.value)
            : tr("Layer %1: what each head adds to its scores by offset alone, the query in the middle. Red looks "
                 "there, blue away.")
                  .arg(layer.value));
}

}
