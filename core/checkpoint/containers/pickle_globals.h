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
    Module, ///< an object of TorchScript
    Inert, ///< plain data of training scripts: an object nobody looks at
};

struct Global {
    GlobalKind kind = GlobalKind::Inert;
    DType dtype = DType::U8; ///< of a storage (bytes where it has no type) or an element
};

/// Nothing for a name that is not on the list: the file is refused, with the name.
std::optional<Global> findGlobal(std::string_view module, std::string_view name);

}
