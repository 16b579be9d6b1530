// core/base/json_text.h: JSON written whatever is in it.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

namespace patchlight
{

/// Bytes that are no UTF-8 become U+FFFD instead of an exception: names of files and classes are what somebody wrote.
template <class Json> std::string jsonText(const Json& value, int indent = -1)
{
    return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}
