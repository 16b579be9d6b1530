// core/checkpoint/containers/pickle.h: Python's pickles, interpreted as data only.
#pragma once
#include "core/base/result.h"
#include "core/checkpoint/containers/pickle_value.h"

namespace patchlight
{

/// Reads one pickle from `position` to its STOP. Understands protocols 0 to 5 as far as torch.save and training scripts
/// use them. A name that is not on the list of pickle_globals.h ends it, whether or not its object would be used:
/// a state_dict needs none, and whoever put it there may mean harm.
/// Cost: linear in the bytes; at most 400,000 values, and 1,000,000 items copied between them. Errors: Malformed,
/// Unreadable (cut off), Unsupported (the name). Source: Lib/pickletools.py of CPython.
Result<Pickle> readPickle(std::span<const std::byte> bytes, std::size_t position, const std::string& file);

}
