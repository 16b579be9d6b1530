// core/model/reused_blocks.h: large tensors that take the memory of those freed before them.
#pragma once

namespace patchlight
{

/// While one lives, the memory of a processor's tensors of 4 MB and more is not given back to the system when they are
/// freed, but taken by the next of about that size: a network's blocks make the same tensors again and again, and the
/// system clears every page it hands out (ViT-H/14 at 518 pixels: 120 MB of attention a time, a quarter of the
/// processor time of a pass back). At most kMostIdle bytes wait; all go when the last of them ends.
/// Any thread may free or take them.
class ReusedBlocks
{
public:
    ReusedBlocks();
    ~ReusedBlocks();
    ReusedBlocks(const ReusedBlocks&) = delete;
    ReusedBlocks& operator=(const ReusedBlocks&) = delete;
};

}
