// core/train/distillation/teacher.h: what a larger network says of every training picture, computed once.
#pragma once
#include "core/base/run_context.h"
#include "core/train/data/packed_pictures.h"
#include "core/train/optimisation/optimiser.h"
#include <ATen/core/Tensor.h>
#include <filesystem>
#include <memory>

namespace patchlight
{

class Network;

/// Of N pictures; bfloat16 but for the logits.
struct TeacherMemory {
    at::Tensor logits; ///< [N, C] float32: the student's classes only, in its order
    at::Tensor classToken; ///< [N, D] after the final norm; undefined where features were not asked for
    at::Tensor places; ///< [N, rows, columns, D] of the teacher's patches

    /// The teacher's features where a sample's places look: [B, D, side, side]. `maps` as in Batch.
    at::Tensor placesAt(const at::Tensor& indices, const at::Tensor& maps, int side) const;
};

struct TeacherOptions {
    std::filesystem::path path;
    std::vector<int> classes; ///< the teacher's class for each of ours
    bool features = false;
    int batch = 32;
    at::ScalarType precision = at::kFloat;
    at::Device device = at::kCPU;
};

/// The teacher itself. Errors: those of openCheckpoint; Mismatch (class numbers that it does not have).
Result<std::shared_ptr<Network>> openTeacherNetwork(const TeacherOptions& options, const RunContext& run);

/// Every picture whole, squashed to the teacher's input size, averaged with its mirror image where only logits are
/// asked for. Cost: one or two teacher forwards per picture.
/// Errors: those of openCheckpoint; Mismatch (class numbers the teacher does not have); Cancelled.
Result<TeacherMemory> askTeacher(const TeacherOptions& options, const PackedPictures& data, const RunContext& run);

/// Errors: WriteFailed.
Result<void> saveTeacher(
    const std::filesystem::path& path, const TeacherMemory& memory, const std::string& fingerprint);
/// Errors: Mismatch when the file belongs to other data or another teacher.
Result<TeacherMemory> loadTeacher(const std::filesystem::path& path, const std::string& fingerprint);

}
