// core/model/patch_embedding.cpp
#include "core/model/patch_embedding.h"
#include <torch/types.h>

namespace patchlight
{

PlainPatchEmbedding::PlainPatchEmbedding(const ModelConfig& config)
    : m_proj(register_module("proj", PatchProjection(3, config.width.value, config.patch.value, config.patchBias)))
{
}

}
