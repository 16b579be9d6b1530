// core/render/xml_text.h: any text inside XML.
#pragma once
#include <string>

namespace patchlight
{

/// Characters that XML reserves are escaped; those it forbids are left out.
std::string xmlEscaped(const std::string& text);

}
