// core/train/optimisation/losses.h: what a step minimises.
#pragma once
#include <ATen/core/Tensor.h>
#include <vector>

namespace patchlight
{

/// Labels → probabilities: 1 − ε on the right class, ε spread over all. [B] int64 → [B, C] float.
/// Source: Szegedy et al. 2016, section 7.
at::Tensor smoothedLabels(const at::Tensor& labels, int classes, double smoothing);

/// −Σ target · log softmax(logits), averaged over the batch. Both [B, C]; targets sum to 1.
at::Tensor softCrossEntropy(const at::Tensor& logits, const at::Tensor& targets);

/// T² · KL(target ‖ softmax(logits / T)), averaged over the batch. `target`: the teacher's probabilities at the same
/// temperature, [B, C]. Sources: Hinton et al. 2015, section 2; Touvron et al. 2021, equation 2.
at::Tensor softDistillation(const at::Tensor& logits, const at::Tensor& target, double temperature);

/// The teacher's decisions as probabilities: 1 on the argmax of `teacher`, [B, C].
at::Tensor hardDecisions(const at::Tensor& teacher);
/// Cross entropy with the teacher's own decision, which after mixing may be shared by two classes; both [B, C].
/// Source: Touvron et al. 2021, equation 3.
at::Tensor hardDistillation(const at::Tensor& logits, const at::Tensor& decisions);

/// Smooth L1 between predicted and the teacher's tokens, the latter standardised per token; both [B, T, D].
/// Source: Romero et al. 2015 (hints); the standardisation as in Heo et al. 2019 keeps loud channels from drowning
/// others.
at::Tensor featureLoss(const at::Tensor& predicted, const at::Tensor& teacher);

/// Squared differences of the tokens after the embedding and after each block, [B, T, D] each, both nets alike; every
/// channel in units of what the teacher's block adds to it, so that no loud channel or depth drowns the others. Tokens
/// before the patches count as much as all patches. Source: Jiao et al. 2020, "TinyBERT", equation 8; the units are
/// ours.
at::Tensor blockLoss(const std::vector<at::Tensor>& student, const std::vector<at::Tensor>& teacher, int prefix);

}
