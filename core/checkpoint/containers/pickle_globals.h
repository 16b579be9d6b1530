// core/checkpoint/containers/pickle_globals.h: the names a pickle may use, and the little each stands for.
#pragma once
#include "core/checkpoint/containers/stored_tensor.h"

namespace patchlight
{

/// What calling (REDUCE) or making (NEWOBJ) the name does here. Nothing is ever executed.
enum class GlobalKind : std::uint8_t {
    RebuildTensor, ///< (storage, offset, size, stride, …)
    RebuildTensorV3, ///< as above, then …, dtype, …
    RebuildParameter, ///< (tensor, …): the tensor
    RebuildFromType, ///< (function, type, arguments, state)
    MakeDict, ///< collections.OrderedDict and kin
    MakeTuple, ///< torch.Size
    Storage, ///< a storage class: its element type
    ElementType, ///< torch.float32
    Object, ///< an object of TorchScript or of a class not known here: never made, its content kept as data
    Harmful, ///< reaches for the system: nobody's network needs it
};

struct Global {
    GlobalKind kind = GlobalKind::Object;
    DType dtype = DType::U8; ///< of a storage (bytes where it has no type) or an element
    bool known = true; ///< false: a class that no list here names; said to the user
};

/// Every name stands for something: what no list knows is an object without behaviour.
Global findGlobal(std::string_view module, std::string_view name);

}
