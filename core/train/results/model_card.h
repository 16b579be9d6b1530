// core/train/results/model_card.h: the page that says what a trained model is, what it was trained on and how well it
// does.
#pragma once
#include "core/train/results/model_folder.h"

namespace patchlight
{

/// Markdown: task, accuracy, data, command, recipe, curve, best and worst classes, fingerprint of the weights.
std::string modelCard(const TrainedModel& model, const std::string& sha256);

}
