// ui/adapter/method_marks.cpp: the core's method labels and reading helps, marked for translators; the core itself
// knows no Qt.
#include <QtGlobal>

namespace patchlight
{

[[maybe_unused]] static constexpr const char* kMethodLabels[]{
    QT_TRANSLATE_NOOP("Methods", "Attention"),
    QT_TRANSLATE_NOOP("Methods", "Rollout"),
    QT_TRANSLATE_NOOP("Methods", "Gradient rollout"),
    QT_TRANSLATE_NOOP("Methods", "Relevancy"),
    QT_TRANSLATE_NOOP("Methods", "Attribution"),
    QT_TRANSLATE_NOOP("Methods", "Grad-CAM"),
    QT_TRANSLATE_NOOP("Methods", "Attention Grad-CAM"),
    QT_TRANSLATE_NOOP("Methods", "Rollout, as in vit-explain"),
    QT_TRANSLATE_NOOP("Methods", "Gradient rollout, as in vit-explain"),
    QT_TRANSLATE_NOOP("Methods", "Input × gradient"),
    QT_TRANSLATE_NOOP("Methods", "Integrated gradients"),
    QT_TRANSLATE_NOOP("Methods", "SmoothGrad"),
    QT_TRANSLATE_NOOP("Methods", "Occlusion"),
    QT_TRANSLATE_NOOP("Methods", "Random"),
    QT_TRANSLATE_NOOP("Methods", "Centre prior"),
    QT_TRANSLATE_NOOP("Methods", "Feature similarity"),
    QT_TRANSLATE_NOOP("Methods", "Feature colours"),
    QT_TRANSLATE_NOOP("Methods", "Feature norms"),
    QT_TRANSLATE_NOOP("Methods", "Position similarity"),
};

[[maybe_unused]] static constexpr const char* kMethodReadings[]{
    QT_TRANSLATE_NOOP(
        "Methods", "Where the query token looks in one layer; bright patches have the largest weights of the softmax."),
    QT_TRANSLATE_NOOP("Methods",
        "Attention followed through all layers back to the picture; says where information came from, for any class."),
    QT_TRANSLATE_NOOP("Methods", "Rollout through the attention that raises the class; bright patches speak for it."),
    QT_TRANSLATE_NOOP(
        "Methods", "Attention weighted by its gradient, summed over layers; bright patches speak for the class."),
    QT_TRANSLATE_NOOP("Methods", "Relevance passed back through every operation; bright patches speak for the class."),
    QT_TRANSLATE_NOOP("Methods",
        "Channels of the last block weighted by their gradient; coarse, and it may light up far from the object."),
    QT_TRANSLATE_NOOP("Methods", "The last layer's attention, its heads weighted by their gradient; one layer only."),
    QT_TRANSLATE_NOOP(
        "Methods", "The published code: entries dropped over the whole matrix, columns scaled; compare with Rollout."),
    QT_TRANSLATE_NOOP("Methods",
        "The published code: each layer is paired with the gradient of its mirror image; compare with Gradient "
        "rollout."),
    QT_TRANSLATE_NOOP(
        "Methods", "Pixel times gradient, summed over each patch; red speaks for the class, blue against it."),
    QT_TRANSLATE_NOOP("Methods", "Signed; all patches together add up to the logit's rise from a blank picture."),
    QT_TRANSLATE_NOOP(
        "Methods", "Size of the gradient, averaged over noisy copies; where small changes move the class most."),
    QT_TRANSLATE_NOOP("Methods", "How much the logit falls when the patch is hidden; measured, not estimated."),
    QT_TRANSLATE_NOOP("Methods", "Carries no information; a method must beat it."),
    QT_TRANSLATE_NOOP("Methods", "Photographers centre their objects; a method should beat it."),
    QT_TRANSLATE_NOOP("Methods",
        "How alike (cosine) the features of every patch are to the query's after one layer; 1 is the same direction."),
    QT_TRANSLATE_NOOP("Methods",
        "The three strongest components of the features as red, green and blue: patches of like colour are alike."),
    QT_TRANSLATE_NOOP("Methods",
        "Length of every patch's features after one layer; patches above twice the median are ringed as sinks."),
    QT_TRANSLATE_NOOP("Methods",
        "How alike (cosine) the learned positions of the patches are to the query's; the picture plays no part."),
};

}
