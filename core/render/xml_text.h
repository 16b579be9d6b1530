// core/render/xml_text.h: any text inside XML.
#pragma once
#include <string>

namespace patchlight
{

/// Characters that XML reserves are escaped; those it forbids, and what would turn the order of others around, are spaces.
std::string xmlEscaped(const std::string& text);

}
