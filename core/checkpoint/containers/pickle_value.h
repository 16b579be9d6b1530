// core/checkpoint/containers/pickle_value.h: what a pickle may build here: plain data, dictionaries, tensors. No code.
#pragma once
#include "core/checkpoint/containers/stored_tensor.h"

namespace patchlight
{

/// Index of a value; values refer to each other by it, so that nesting costs no stack.
using ValueId = std::uint32_t;

enum class ValueKind : std::uint8_t {
    None,
    Number, ///< integers and booleans
    Other, ///< floats and sets: never looked at
    Text, ///< strings and bytes, in place
    Tuple,
    List,
    Dict, ///< items: key, value, key, value, …
    Module, ///< an object, as the Dict of its attributes: names join by '.', as in a state_dict
    Global, ///< number: index in the table of globals
    Storage, ///< number: index of the storage
    Tensor, ///< number: index of the tensor
};

struct Value {
    ValueKind kind = ValueKind::None;
    std::int64_t number = 0;
    std::string_view text;
    std::vector<ValueId> items;
};

/// What a persistent id says of a storage.
struct PickledStorage {
    std::string_view key;
    DType dtype = DType::U8;
    std::int64_t count = 0; ///< elements (bytes where untyped)
    std::string_view viewOf; ///< legacy: this storage is a part of another
    std::int64_t viewOffset = 0; ///< in elements of that
};

struct PickledTensor {
    std::size_t storage = 0;
    DType dtype = DType::F32;
    std::int64_t offset = 0; ///< in elements of dtype
    std::vector<std::int64_t> shape, strides;
};

/// A finished pickle. Text points into the bytes it was read from.
struct Pickle {
    std::vector<Value> values;
    std::vector<PickledStorage> storages;
    std::vector<PickledTensor> tensors;
    ValueId root = 0;
    std::size_t end = 0; ///< position behind its STOP
    std::vector<std::string> unknown; ///< classes that no list knows, each once; none of them was made
};

}
