// core/render/xml_text.cpp
#include "core/render/xml_text.h"

namespace patchlight
{

std::string xmlEscaped(const std::string& text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            if (static_cast<unsigned char>(c) >= ' ')
                result += c;
        }
    }
    return result;
}

}
