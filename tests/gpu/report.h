// tests/gpu/report.h: the parts of gpu_report; each gives rows of JSON.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

namespace patchlight::gpu
{

/// Every golden in fp32, bf16 and fp16: worst |a − b| / max(1, |b|) of logits, tokens and attention.
/// `fine`: whether all of fp32 is within the goldens' tolerances.
nlohmann::ordered_json goldens(const std::string& device, bool& fine);

/// Milliseconds of the forward pass, not recording and recording, and of taking the record to the host.
nlohmann::ordered_json times(const std::string& device, bool quick);

/// Milliseconds of every method on ViT-B/16 at 224 in fp32, beside its forward pass.
nlohmann::ordered_json methodTimes(const std::string& device, bool quick);

}
