// core/render/xml_text.cpp
#include "core/render/xml_text.h"
#include "core/base/shown_text.h"

namespace patchlight
{

std::string xmlEscaped(const std::string& text)
{
    std::string result;
    for (const char c : harmlessText(text)) {
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
            result += c == '\n' || c == '\t' ? ' ' : c;
        }
    }
    return result;
}

}
