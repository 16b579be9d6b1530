// core/train/optimisation/objective.h: forward of one batch and everything its loss is made of.
#pragma once
#include "core/model/network.h"
#include "core/train/augmentation/mix.h"
#include "core/train/distillation/live_teacher.h"
#include "core/train/optimisation/optimiser.h"

namespace patchlight
{

/// Linear maps from the student's tokens to the teacher's; trained along, not part of the model.
struct FeatureMaps {
    at::Tensor classWeight, classBias, placeWeight, placeBias; ///< [Dt, D], [Dt]; undefined without feature loss

    static FeatureMaps make(int width, int teacherWidth, const at::TensorOptions& where);
    std::vector<NamedParameter> parameters() const;
};

struct StepLoss {
    at::Tensor total; ///< scalar with its graph
    double labels = 0, teacher = 0, features = 0;
    double accuracy = 0; ///< share of samples where the stronger label wins
};

/// Borrowed; all outlive the call.
struct Objective {
    Network& network;
    const FeatureMaps& maps;
    const TeacherMemory* teacher; ///< null without
    const LiveTeacher* live; ///< null without
    const TrainOptions& options;
    int classes;
    double blockWeight = 0; ///< of the loss on the blocks' tokens now
    bool guided = false; ///< each block reads the live teacher's tokens

    /// Mixes, forwards with a share of the patches, and adds the losses up. `random` draws the mixing.
    StepLoss evaluate(const Batch& batch, Random& random) const;

private:
    struct Mixed;
    struct Seen;
    Seen look(const Mixed& batch) const;
    void addAnswer(StepLoss& loss, const Mixed& batch, const Seen& seen) const;
    void addFeatures(StepLoss& loss, const Mixed& batch, const Seen& seen) const;
    void addBlocks(StepLoss& loss, const Seen& seen) const;
};

}
