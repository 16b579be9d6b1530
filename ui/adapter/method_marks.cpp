// ui/adapter/method_marks.cpp: the core's method labels, marked for translators; the core itself knows no Qt.
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
};

}
