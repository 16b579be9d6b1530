// core/record/head_rows.h: rows of one head's attention, many at a time and fast.
#pragma once
#include "core/record/attention_record.h"
#include <vector>

namespace patchlight
{

/// One head's keys laid out for the vector units; then any of its rows. Worth its cost (T·d copies) from about eight
/// rows on; for one row AttentionRecord::row is quicker. Keeps a reference to `layer`.
class HeadRows
{
public:
    /// `window` counts row-major after the shift; 0 for a plain ViT.
    HeadRows(const LayerAttention& layer, HeadIndex head, int window = 0);

    int tokens() const { return m_layer.tokens; }
    /// softmax(scale·q·kᵀ + bias + mask), zeros for a silent head, of the queries first … first + count − 1:
    /// out[r·stride + t], T values a row. Cost: count·T·d products on one thread, 30–60 of them a nanosecond. Any
    /// number of threads may call it at once.
    void rows(int first, int count, float* out, std::ptrdiff_t stride) const;

private:
    void scoreRows(int first, int rows, float* scores) const;
    void addTerms(int query, float* scores) const;

    const LayerAttention& m_layer;
    int m_head, m_window;
    int m_width; ///< of the queries and keys: d, or H·d where heads talk
    std::vector<float> m_keys; ///< [panels, d, 16]: panels of 16 keys, zeros after the last
    std::vector<int> m_regions; ///< of each cell of a window that the shift has put together; empty where all agree
};

/// Whether an intervention switched the head off.
bool isSilent(const LayerAttention& layer, HeadIndex head);
/// One row alone, `tokens` values, of window 0: quicker than HeadRows up to about eight.
void oneRow(const LayerAttention& layer, HeadIndex head, int query, float* out);
/// Σ a[i]·b[i].
float dotProduct(const float* a, const float* b, int count);
/// −Σ w ln w in nats; zeros add nothing.
float entropyOf(const float* weights, int count);
/// Turns scores into weights that sum to one, in place.
void softmaxInPlace(float* scores, int count);

}
