// core/base/heap.h: when the heap gives memory back.
#pragma once

namespace patchlight
{

/// Allocations of 4 MB and more get pages of their own, given back when they are freed; smaller ones keep up to 64 MB of
/// free heap for the next. Left to itself, GNU's library takes large ones from the heap too once the first was freed,
/// where small long-lived ones between them hold their pages: 60 MB of a ViT-B/16's attribution. Later calls do nothing;
/// so does the first where MALLOC_MMAP_THRESHOLD_ or MALLOC_TRIM_THRESHOLD_ say what the user wants.
void keepLargeBlocksApart();

}
