// core/engine/picture/embedding_target.h: what is explained of a network without classes: a number of its embedding.
#pragma once
#include "core/engine/analysis.h"
#include "core/explain/request.h"

namespace patchlight
{

/// Components of the embedding that stands for the picture; 0 of a network that tells classes, or has none either.
int embeddingComponents(const Analysis& analysis);
/// How alike a picture is to the other one: the cosine of their embeddings. `other`: of the same network, untouched.
EmbeddingTarget similarityTo(const Analysis& other);
/// The number itself, of `embedding` [1, D]; D as `target` has it.
float embeddingValue(const NdArray& embedding, const EmbeddingTarget& target);
/// Whether an explanation of the norm holds nothing but rounding: behind a layer norm of equal weights the norm is the
/// same for every picture. No value reaches a millionth of it.
bool isRounding(const Explanation& explanation, const NdArray& embedding);

}
