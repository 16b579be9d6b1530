// core/checkpoint/layouts/own_heads.h: heads that people put in the place of a network's own, or beside it.
#pragma once
#include "core/checkpoint/layouts/recognise.h"

namespace patchlight
{

/// Where no tensor of the network is the head by the layout's rules: looks for one under the names people give it
/// ("fc", "classifier.1", "heads.head.1", …), inside the network and beside every module around it; moves what it finds
/// from found.tensors to found.head. `names` are the plain names of `tensors`.
void takeOwnHead(Recognised& found, const std::string& prefix, const std::vector<StoredTensor>& tensors,
    const std::vector<std::string>& names);

}
