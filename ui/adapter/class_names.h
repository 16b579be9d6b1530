// ui/adapter/class_names.h: what classes and sample pictures are called in the reader's language.
#pragma once
#include "ui/adapter/core_types.h"
#include <QString>

namespace patchlight
{

/// A class as it is shown: "cat", "class 5" where it has a number only. The names of the default model are translated
/// wherever they stand, ImageNet's others only as the class of ImageNet's number: somebody else's "mouse" is an animal.
QString shownClassName(const std::string& name, ClassIndex index);
/// The name of one of this run's predictions, as it is shown.
QString className(const Analysis& analysis, ClassIndex index);

/// "bell-pepper" → "bell pepper", translated.
QString shownPictureName(const QString& baseName);

}
