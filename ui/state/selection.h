// ui/state/selection.h: what is chosen now: map, look, heads view; says when it changes.
#pragma once
#include "ui/state/choices.h"
#include <QObject>

namespace patchlight
{

/// The one place of truth that controls, keys and canvas write to and read from. Choices that the network cannot
/// answer are moved to the nearest that it can.
class Selection : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const MapChoice& map() const { return m_map; }
    const LookChoice& look() const { return m_look; }
    const HeadsChoice& heads() const { return m_heads; }
    const NetShape& shape() const { return m_shape; }
    /// The question the map choice stands for.
    ExplainRequest request() const;
    MethodControls controls() const { return controlsOf(m_map.method); }

    /// `edit` changes a copy; listeners hear of it once, and only where something differs.
    template <class Edit> void editMap(Edit edit)
    {
        MapChoice changed = m_map;
        edit(changed);
        setMap(changed);
    }
    template <class Edit> void editLook(Edit edit)
    {
        LookChoice changed = m_look;
        edit(changed);
        setLook(changed);
    }
    void setMap(MapChoice choice);
    void setLook(const LookChoice& choice);
    void setHeads(const HeadsChoice& choice);
    /// A new network or picture: keeps what still fits; the first one starts at the last layer. `moved`: what is asked,
    /// on the new patches.
    void setShape(const NetShape& shape, const std::optional<Query>& moved = {});

    void setMethod(Method method);
    /// The layer the scrubber stands on: of one-layer methods the layer, of the others the last one they look at.
    LayerIndex currentLayer() const;
    void setCurrentLayer(LayerIndex layer);
    void stepLayer(int by);
    /// Through the heads and, after the last, all of them fused; goes round. Turns to raw attention.
    void stepHead(int by);
    void selectHead(LayerIndex layer, HeadChoice head);
    /// The head that is looked at beside the map, whose method stays.
    void lookAtHead(LayerIndex layer, HeadIndex head);
    /// Takes the head into the subset that is fused, or out of it. Methods that go through all layers fuse the same
    /// heads everywhere; any other turns to raw attention, whose subset is of one layer: in another one it begins anew,
    /// and `subsetLeft` says so.
    void toggleHead(LayerIndex layer, HeadIndex head);
    /// Whether the map on show fuses a subset, and this head is of it.
    bool fuses(LayerIndex layer, HeadIndex head) const;
    void setQuery(const Query& query);
    void moveQuery(int rows, int columns);
    void resetQuery() { setQuery({}); }
    void toggleOverlay();

Q_SIGNALS:
    void mapChanged();
    void lookChanged();
    void headsChanged();
    void shapeChanged();
    void subsetLeft(patchlight::LayerIndex layer); ///< whose heads were chosen until now

private:
    MapChoice fitting(MapChoice choice) const;

    MapChoice m_map;
    LookChoice m_look;
    HeadsChoice m_heads;
    NetShape m_shape;
};

}
