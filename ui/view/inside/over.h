// ui/view/inside/over.h: std::visit with one lambda a kind.
#pragma once

namespace patchlight
{

template <class... F> struct Over : F... {
    using F::operator()...;
};
template <class... F> Over(F...) -> Over<F...>;

}
