// core/image/tiff_complaints.h: what libtiff, under OpenCV, says of compressed data that it cannot read.
#pragma once

namespace patchlight
{

/// How often libtiff complained on this thread since the first call: of strips and tiles that are damaged it leaves
/// what it could not read black, tells its handlers, and nobody else.
unsigned long tiffComplaints();

}
