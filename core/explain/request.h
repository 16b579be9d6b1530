// core/explain/request.h: one question to an analysed picture, and its answer.
#pragma once
#include "core/base/grid.h"
#include "core/base/index.h"
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace patchlight
{

enum class Method {
    Attention,
    Rollout,
    AttentionFlow,
    GradientRollout,
    Relevancy,
    Attribution,
    AttnLrp,
    GradCam,
    GradCamPlusPlus,
    LayerCam,
    EigenCam,
    ScoreCam,
    AttentionGradCam,
    RolloutVitExplain,
    GradientRolloutVitExplain,
    InputGradient,
    IntegratedGradients,
    SmoothGrad,
    Occlusion,
    Random,
    CentrePrior,
    FeatureSimilarity,
    FeatureColours,
    FeatureNorm,
    PositionSimilarity,
    PoolingAttention,
};

enum class HeadFusion { Mean, Max, Min };

/// One head, or all of them fused.
using HeadChoice = std::variant<HeadFusion, HeadIndex>;

/// Whose attention is followed.
struct Query {
    enum class Kind {
        Default, ///< the class token, or all patches alike where the head does not read one
        ClassToken,
        Distillation,
        Register,
        Patches, ///< `cells`: one patch, or the mean of the rows of several
        TokenDifference, ///< distilled nets: the class token's map minus the distillation token's
    };
    Kind kind = Kind::Default;
    int registerIndex = 0;
    std::vector<Cell> cells; ///< of the input grid, in every method and on every layer
    bool inverse = false; ///< who attends to this token: the column instead of the row
    bool operator==(const Query&) const = default;

    static Query patch(Cell c) { return {Kind::Patches, 0, {c}, false}; }
};

/// Of a network without classes: which number, made of the embedding that stands for the picture, is explained.
struct EmbeddingTarget {
    enum class Kind {
        Norm, ///< how long it is
        Component, ///< one of its numbers
        Similarity, ///< to another picture's: the cosine
    };
    Kind kind = Kind::Norm;
    int component = 0;
    std::vector<float> like; ///< the other picture's embedding
    std::string likeName; ///< what that picture is called
    bool operator==(const EmbeddingTarget&) const = default;
};

/// Which method with which parameters. Fields a method does not use are ignored.
struct ExplainRequest {
    Method method = Method::Attention;
    std::optional<LayerIndex> layer; ///< attention: the last where absent
    HeadChoice head = HeadFusion::Mean;
    std::vector<float> headWeights; ///< empty = all heads alike; else one weight per head, 0 leaves it out
    Query query;
    std::optional<ClassIndex> target; ///< class methods: the top class where absent
    bool lowers = false; ///< what lowers the target instead of what raises it: −logit(target)
    std::optional<ClassIndex> contrast; ///< logit(target) − logit(contrast) instead of logit(target)
    float alpha = 0.5F; ///< rollout: residual weight in [0, 1)
    float discard = 0.0F; ///< rollout: share of smallest entries of every row set to zero, in [0, 1)
    std::optional<LayerIndex> startLayer; ///< first block of the product; 0 where absent
    std::optional<LayerIndex> endLayer; ///< last block of the product (included); the last where absent
    int steps = 32; ///< integrated gradients; SmoothGrad: samples
    unsigned seed = 0; ///< SmoothGrad and random map
    std::optional<EmbeddingTarget> embedding; ///< class methods of a network without classes, instead of `target`
    bool operator==(const ExplainRequest&) const = default;
};

/// Share of the followed attention that falls on each kind of token; together with the patches at most one.
struct TokenShares {
    float patches = 0, classToken = 0, distillation = 0, registers = 0;
};

struct Explanation {
    Grid<float> map; ///< patch grid, before any scaling for colour; NaN where the query cannot look (Swin)
    bool isSigned = false; ///< negative values mean "against"
    std::optional<TokenShares> shares; ///< for maps that are attention or a product of it
    ExplainRequest request; ///< as asked, defaults filled in
    double milliseconds = 0;
    std::vector<Grid<float>> colours{}; ///< red, green, blue in [0, 1] of a map that is a picture; else empty
    std::vector<Cell> marks{}; ///< patches that stand out (sinks), the most striking first
};

}
