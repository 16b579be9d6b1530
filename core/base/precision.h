// core/base/precision.h: how many bits the large products are computed with; norms and softmax stay in float32.
#pragma once

namespace patchlight
{

enum class Precision { Fp32, Bf16, Fp16 };

}
