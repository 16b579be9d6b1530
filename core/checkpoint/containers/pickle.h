// core/checkpoint/containers/pickle.h: Python's pickles, interpreted as data only.
#pragma once
#include "core/base/result.h"
#include "core/checkpoint/containers/pickle_value.h"

namespace patchlight
{

/// Reads one pickle from `position` to its STOP. Understands protocols 0 to 5 as far as torch.save and training scripts
/// use them. Nothing is ever run: an object of a class that pickle_globals.h does not know is kept as its arguments and
/// attributes, and its class is named in Pickle::unknown. A name that reaches for the system ends it all the same,
/// whether or not its object would be used: whoever put it there means harm.
/// Cost: linear in the bytes; at most 400,000 values, and 1,000,000 items copied between them. Errors: Malformed,
/// Unreadable (cut off), Unsupported (the name). Source: Lib/pickletools.py of CPython.
Result<Pickle> readPickle(std::span<const std::byte> bytes, std::size_t position, const std::string& file);

}
