// core/model/packed/kernels_body.h: the kernels for one vector width; kernels.cpp includes it once per instruction set.
// Only what is in this file may be called here: a shared inline function would be compiled for the wrong processor.

using Vec = float __attribute__((vector_size(4 * kWidth), aligned(4), may_alias));
using Int = int __attribute__((vector_size(4 * kWidth), aligned(4), may_alias));

constexpr int kRows = 6; ///< queries at a time: with two vectors of keys, twelve sums stay in registers
constexpr float kOtherRegion = -100.0F;

static inline Vec load(const float* from)
{
    return *reinterpret_cast<const Vec*>(from);
}
static inline void store(float* to, Vec value)
{
    *reinterpret_cast<Vec*>(to) = value;
}
static inline Vec same(float value)
{
    return value - Vec{};
}
static inline int roundUp(int count)
{
    return (count + kWidth - 1) / kWidth * kWidth;
}
static inline float highest(Vec v)
{
    float most = v[0];
    for (int i = 1; i < kWidth; ++i)
        most = v[i] > most ? v[i] : most;
    return most;
}
static inline float total(Vec v)
{
    float sum = 0;
    for (int i = 0; i < kWidth; ++i)
        sum += v[i];
    return sum;
}

/// e^x for x ≤ 0, relative error below 2e-7: 2^n · polynomial in the rest.
static inline Vec exponential(Vec x)
{
    const Vec lowest = same(-87.0F);
    x = x < lowest ? lowest : x;
    const Vec rounder = same(12582912.0F); // 1.5 · 2^23: adding it leaves the nearest integer in the low bits
    const Vec shifted = x * 1.44269504088896F + rounder;
    const Vec n = shifted - rounder;
    const Vec r = x - n * 0.693359375F + n * 2.12194440e-4F; // ln 2 in two parts
    Vec p = same(1.9875691500e-4F);
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    p = p * r * r + r + 1.0F;
    const Int exponent = ((Int)shifted - (Int)rounder + 127) << 23;
    return p * (Vec)exponent;
}

/// Room: keys in panels, values with padded rows, one tile of scores.
struct Room {
    float* keys; ///< [panels, headWidth, kWidth]
    float* values; ///< [tokens, padded headWidth]
    float* scores; ///< [kRows, padded tokens]
};

static inline Room divide(float* room, int tokens, int headWidth)
{
    const auto keys = static_cast<std::ptrdiff_t>(roundUp(tokens)) * headWidth;
    const auto values = static_cast<std::ptrdiff_t>(tokens) * roundUp(headWidth);
    return {room, room + keys, room + keys + values};
}

static void layOut(const HeadTask& task, const Room& room)
{
    const int width = task.headWidth, padded = roundUp(width);
    for (int t = 0; t < roundUp(task.tokens); ++t) {
        float* to = room.keys + static_cast<std::ptrdiff_t>(t / kWidth) * width * kWidth + t % kWidth;
        for (int c = 0; c < width; ++c)
            to[c * kWidth] = t < task.tokens ? task.k[t * task.queryKeyStride + c] : 0.0F;
    }
    for (int t = 0; t < task.tokens; ++t) {
        float* to = room.values + static_cast<std::ptrdiff_t>(t) * padded;
        for (int c = 0; c < padded; ++c)
            to[c] = c < width ? task.v[t * task.valueStride + c] : 0.0F;
    }
}

/// kRows queries times `panels` panels of keys.
template <int kPanels>
static inline void scoreKeys(
    const float* const* queries, const float* keys, int width, float scale, float* out, int stride)
{
    Vec sums[kRows][kPanels] = {};
    for (int c = 0; c < width; ++c) {
        Vec key[kPanels];
        for (int p = 0; p < kPanels; ++p)
            key[p] = load(keys + (p * width + c) * kWidth);
        for (int r = 0; r < kRows; ++r)
            for (int p = 0; p < kPanels; ++p)
                sums[r][p] += queries[r][c] * key[p];
    }
    for (int r = 0; r < kRows; ++r)
        for (int p = 0; p < kPanels; ++p)
            store(out + r * stride + p * kWidth, sums[r][p] * scale);
}

static void addBias(const HeadTask& task, int query, float* scores)
{
    if (task.bias) {
        const float* bias = task.bias + static_cast<std::ptrdiff_t>(query) * task.tokens;
        for (int t = 0; t < task.tokens; ++t)
            scores[t] += bias[t];
    }
    if (task.regions)
        for (int t = 0; t < task.tokens; ++t)
            scores[t] += task.regions[t] == task.regions[query] ? 0.0F : kOtherRegion;
}

/// Turns one row of scores into e^(score − highest); returns 1 / their sum. Values beyond `tokens` become zero.
static float exponentials(float* scores, int tokens)
{
    const int padded = roundUp(tokens);
    for (int t = tokens; t < padded; ++t)
        scores[t] = -1e30F;
    Vec most = load(scores);
    for (int t = kWidth; t < padded; t += kWidth) {
        const Vec next = load(scores + t);
        most = next > most ? next : most;
    }
    const Vec top = same(highest(most));
    Vec sums = {};
    for (int t = 0; t < padded; t += kWidth) {
        const Vec weights = exponential(load(scores + t) - top);
        store(scores + t, weights);
        sums += weights;
    }
    for (int t = tokens; t < padded; ++t)
        sums[t % kWidth] -= scores[t];
    return 1.0F / total(sums);
}

/// kRows rows of weights times kVecs vectors of every value.
template <int kVecs>
static inline void mixValues(const float* weights, int stride, const float* values, int valueStride, int tokens,
    const float* inverse, float* out, int outStride)
{
    Vec sums[kRows][kVecs] = {};
    for (int t = 0; t < tokens; ++t) {
        Vec value[kVecs];
        for (int v = 0; v < kVecs; ++v)
            value[v] = load(values + static_cast<std::ptrdiff_t>(t) * valueStride + v * kWidth);
        for (int r = 0; r < kRows; ++r)
            for (int v = 0; v < kVecs; ++v)
                sums[r][v] += weights[r * stride + t] * value[v];
    }
    for (int r = 0; r < kRows; ++r)
        for (int v = 0; v < kVecs; ++v)
            store(out + r * outStride + v * kWidth, sums[r][v] * inverse[r]);
}

static void storeRow(const float* from, void* to, Number number, std::ptrdiff_t offset, int count)
{
    if (number == Number::Float32) {
        float* out = static_cast<float*>(to) + offset;
        for (int i = 0; i < count; ++i)
            out[i] = from[i];
        return;
    }
    auto* out = static_cast<unsigned short*>(to) + offset;
    for (int i = 0; i < count; ++i) {
        unsigned bits;
        __builtin_memcpy(&bits, from + i, sizeof bits);
        out[i] = static_cast<unsigned short>((bits + 0x7fffU + ((bits >> 16) & 1U)) >> 16); // nearest, ties to even
    }
}

static void attendTile(const HeadTask& task, const Room& room, int first, int rows)
{
    const int paddedTokens = roundUp(task.tokens), paddedWidth = roundUp(task.headWidth);
    const float* queries[kRows];
    for (int r = 0; r < kRows; ++r) // the last tile repeats its last row
        queries[r] = task.q + (first + (r < rows ? r : rows - 1)) * task.queryKeyStride;
    int t = 0;
    for (; t + 2 * kWidth <= paddedTokens; t += 2 * kWidth)
        scoreKeys<2>(queries, room.keys + static_cast<std::ptrdiff_t>(t) * task.headWidth, task.headWidth, task.scale,
            room.scores + t, paddedTokens);
    if (t < paddedTokens)
        scoreKeys<1>(queries, room.keys + static_cast<std::ptrdiff_t>(t) * task.headWidth, task.headWidth, task.scale,
            room.scores + t, paddedTokens);

    float inverse[kRows];
    for (int r = 0; r < kRows; ++r) {
        float* scores = room.scores + static_cast<std::ptrdiff_t>(r) * paddedTokens;
        addBias(task, first + (r < rows ? r : rows - 1), scores);
        inverse[r] = exponentials(scores, task.tokens);
    }

    float* mixed = room.scores + static_cast<std::ptrdiff_t>(kRows) * paddedTokens; // [kRows, padded headWidth]
    int c = 0;
    for (; c + 2 * kWidth <= paddedWidth; c += 2 * kWidth)
        mixValues<2>(
            room.scores, paddedTokens, room.values + c, paddedWidth, task.tokens, inverse, mixed + c, paddedWidth);
    if (c < paddedWidth)
        mixValues<1>(
            room.scores, paddedTokens, room.values + c, paddedWidth, task.tokens, inverse, mixed + c, paddedWidth);
    for (int r = 0; r < rows; ++r) {
        const int row = task.outRows ? task.outRows[first + r] : first + r;
        if (row >= 0)
            storeRow(mixed + static_cast<std::ptrdiff_t>(r) * paddedWidth, task.out, task.outNumber,
                row * task.outStride, task.headWidth);
    }
}

static void attend(const HeadTask& task, float* memory)
{
    const Room room = divide(memory, task.tokens, task.headWidth);
    layOut(task, room);
    const int end = task.firstQuery + task.queries;
    for (int first = task.firstQuery; first < end; first += kRows)
        attendTile(task, room, first, end - first < kRows ? end - first : kRows);
}

static void normRow(const NormTask& task, const float* x, int row)
{
    constexpr int kChunk = 1024;
    float chunk[kChunk];
    const int width = task.width;
    Vec sums = {};
    int c = 0;
    for (; c + kWidth <= width; c += kWidth)
        sums += load(x + c);
    float sum = total(sums);
    for (; c < width; ++c)
        sum += x[c];
    const float mean = sum / static_cast<float>(width);
    Vec squares = {};
    for (c = 0; c + kWidth <= width; c += kWidth) {
        const Vec apart = load(x + c) - mean;
        squares += apart * apart;
    }
    float square = total(squares);
    for (; c < width; ++c)
        square += (x[c] - mean) * (x[c] - mean);
    const float scale = 1.0F / __builtin_sqrtf(square / static_cast<float>(width) + task.epsilon);
    for (int begin = 0; begin < width; begin += kChunk) {
        const int count = width - begin < kChunk ? width - begin : kChunk;
        for (int i = 0; i < count; ++i)
            chunk[i] = (x[begin + i] - mean) * scale * task.weight[begin + i] + task.bias[begin + i];
        storeRow(chunk, task.out, task.outNumber, static_cast<std::ptrdiff_t>(row) * width + begin, count);
    }
}

static void zeroRow(const NormTask& task, int row)
{
    const auto bytes = static_cast<std::size_t>(task.width) * (task.outNumber == Number::Float32 ? 4 : 2);
    __builtin_memset(static_cast<char*>(task.out) + static_cast<std::size_t>(row) * bytes, 0, bytes);
}

static void norm(const NormTask& task, int first, int count)
{
    for (int row = first; row < first + count; ++row) {
        const int from = task.rows ? task.rows[row] : row;
        if (from < 0)
            zeroRow(task, row);
        else
            normRow(task, task.x + static_cast<std::ptrdiff_t>(from) * task.width, row);
    }
}

/// out[i] = silu(gate[i])·value[i]; a gate row holds the gates, then the values.
static void gate(const float* x, void* out, Number number, int row, int half)
{
    constexpr int kChunk = 1024;
    float chunk[kChunk + kWidth];
    const float* gates = x + static_cast<std::ptrdiff_t>(row) * 2 * half;
    for (int begin = 0; begin < half; begin += kChunk) {
        const int count = half - begin < kChunk ? half - begin : kChunk;
        for (int i = 0; i < count; ++i)
            chunk[i] = gates[begin + i] < 0 ? gates[begin + i] : -gates[begin + i];
        for (int i = count; i < roundUp(count); ++i)
            chunk[i] = 0;
        for (int i = 0; i < count; i += kWidth)
            store(chunk + i, exponential(load(chunk + i))); // e^−|gate|, which cannot overflow
        for (int i = 0; i < count; ++i) {
            const float g = gates[begin + i];
            chunk[i] = g * (g < 0 ? chunk[i] : 1.0F) / (1.0F + chunk[i]) * gates[half + begin + i];
        }
        storeRow(chunk, out, number, static_cast<std::ptrdiff_t>(row) * half + begin, count);
    }
}
