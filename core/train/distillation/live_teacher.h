// core/train/distillation/live_teacher.h: a larger network that sees every batch as the student does.
#pragma once
#include "core/base/grid.h"
#include "core/base/run_context.h"
#include "core/train/distillation/teacher.h"
#include <memory>
#include <utility>

namespace patchlight
{

class Network;

struct TeacherView {
    at::Tensor logits; ///< [B, C] float32: the student's classes only, in its order
    std::vector<at::Tensor> tokens; ///< after the embedding and after each block, [B, T, D]; of the teacher's own type
};

/// Beyer et al. 2022, "Knowledge distillation: A good teacher is patient and consistent", section 3: the same crop, the
/// same mixing for both. The picture is enlarged so that the teacher's grid is the student's: token for token the same
/// place.
class LiveTeacher
{
public:
    /// A ViT only. Errors: those of openCheckpoint; Mismatch (class numbers it does not have), Unsupported.
    static Result<LiveTeacher> open(const TeacherOptions& options, const RunContext& run);

    /// `input` [B, 3, S, S] normalised by kMean and kStd. Cost: one forward at `grid` patches. No gradients.
    TeacherView watch(const at::Tensor& input, GridSize grid) const;

    /// Whether its tokens can be a student's targets: width, blocks and tokens before the patches are the same.
    /// Errors: Mismatch, saying what differs.
    Result<void> checkBlocks(const ModelConfig& student) const;

private:
    LiveTeacher(std::shared_ptr<Network> network, at::Tensor classes)
        : m_network(std::move(network)), m_classes(std::move(classes))
    {
    }
    std::shared_ptr<Network> m_network;
    at::Tensor m_classes; ///< int64
};

}
