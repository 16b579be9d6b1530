// core/model/half_products.h: who multiplies bfloat16 on a processor where LibTorch does the rest.
#pragma once

namespace patchlight
{

/// LibTorch asks the processor, not oneDNN, whether bfloat16 may be handed to oneDNN, which refuses where it is told to
/// leave those instructions alone (ONEDNN_MAX_CPU_ISA). There LibTorch multiplies everything itself from now on.
/// Call before bfloat16 tensors are computed with on a processor.
void prepareHalfProducts();

}
