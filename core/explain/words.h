// core/explain/words.h: the words of a request and of interventions, as options take them and provenance gives them.
#pragma once
#include "core/base/words.h"
#include "core/explain/perturbation/interventions.h"
#include "core/explain/request.h"

namespace patchlight
{

template <> struct Words<HeadFusion> {
    static constexpr WordTable<HeadFusion, 3> table{
        {{HeadFusion::Mean, "mean"}, {HeadFusion::Max, "max"}, {HeadFusion::Min, "min"}}};
};
template <> struct Words<HideWith> {
    static constexpr WordTable<HideWith, 3> table{
        {{HideWith::Mean, "mean"}, {HideWith::Zero, "zero"}, {HideWith::Drop, "drop"}}};
};
template <> struct Words<HeadChange> {
    static constexpr WordTable<HeadChange, 3> table{
        {{HeadChange::Off, "off"}, {HeadChange::Uniform, "uniform"}, {HeadChange::Mean, "mean"}}};
};

}
