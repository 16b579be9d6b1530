// core/checkpoint/containers/safetensors_header.cpp
#include "core/checkpoint/containers/safetensors_header.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/containers/stored_tensor.h"

namespace patchlight
{

bool SafetensorsHeader::complain(std::string text)
{
    if (complaint.empty())
        complaint = std::move(text);
    return false;
}

bool SafetensorsHeader::null()
{
    return m_field == Field::Metadata || complain("its header holds a null");
}

bool SafetensorsHeader::boolean(bool)
{
    return complain("its header holds true or false where sizes belong");
}

bool SafetensorsHeader::number_integer(number_integer_t)
{
    return complain("its header holds a negative size or offset");
}

bool SafetensorsHeader::number_unsigned(number_unsigned_t value)
{
    if (!m_inArray || (m_field != Field::Shape && m_field != Field::Offsets))
        return complain("its header holds a number where none belongs");
    constexpr std::uint64_t mostBytes = std::uint64_t{1} << 60;
    if (value > (m_field == Field::Shape ? static_cast<std::uint64_t>(kLongestAxis) : mostBytes))
        return complain("its header holds a size or offset of " + std::to_string(value));
    auto& list = m_field == Field::Shape ? entries.back().shape : entries.back().offsets;
    if (list.size() >= kMostAxes)
        return complain(
            "tensor " + inQuotes(entries.back().name) + " has more than " + std::to_string(kMostAxes) + " axes");
    list.push_back(static_cast<std::int64_t>(value));
    return true;
}

bool SafetensorsHeader::number_float(number_float_t, const string_t&)
{
    return complain("its header holds a size that is no whole number");
}

bool SafetensorsHeader::string(string_t& value)
{
    if (m_field == Field::DType)
        entries.back().dtype = value;
    else if (m_field != Field::Metadata)
        return complain("its header holds text where sizes belong");
    return true;
}

bool SafetensorsHeader::binary(binary_t&)
{
    return complain("its header holds bytes");
}

bool SafetensorsHeader::start_object(std::size_t)
{
    if (m_depth >= 2 || m_inArray || (m_depth == 1 && entries.size() > kMostTensors))
        return complain(m_depth >= 2 ? "its header is nested too deeply" : "its header names too many tensors");
    ++m_depth;
    return true;
}

bool SafetensorsHeader::key(string_t& value)
{
    if (m_depth == 2)
        return m_field == Field::Metadata || field(value);
    if (value.size() > kLongestName)
        return complain("it holds a name of " + std::to_string(value.size()) + " characters");
    if (!m_names.insert(value).second)
        return complain("it names " + inQuotes(value) + " twice");
    m_field = value == "__metadata__" ? Field::Metadata : Field::None;
    if (m_field == Field::None)
        entries.push_back({value, {}, {}, {}, 0});
    return true;
}

bool SafetensorsHeader::field(const std::string& name)
{
    m_field = name == "dtype" ? Field::DType : name == "shape" ? Field::Shape : Field::Offsets;
    const unsigned bit = 1U << static_cast<unsigned>(m_field);
    if ((m_field == Field::Offsets && name != "data_offsets") || (entries.back().fields & bit))
        return complain("tensor " + inQuotes(entries.back().name) + " has an unexpected field " + inQuotes(name));
    entries.back().fields |= bit;
    return true;
}

bool SafetensorsHeader::end_object()
{
    constexpr unsigned all = 1U << static_cast<unsigned>(Field::DType) | 1U << static_cast<unsigned>(Field::Shape)
        | 1U << static_cast<unsigned>(Field::Offsets);
    if (m_depth == 2 && m_field != Field::Metadata
        && (entries.back().fields != all || entries.back().offsets.size() != 2))
        return complain("tensor " + inQuotes(entries.back().name) + " lacks its type, shape or offsets");
    --m_depth;
    m_field = Field::None;
    return true;
}

bool SafetensorsHeader::start_array(std::size_t)
{
    if (m_inArray || (m_field != Field::Shape && m_field != Field::Offsets))
        return complain("its header holds a list where none belongs");
    m_inArray = true;
    return true;
}

bool SafetensorsHeader::end_array()
{
    m_inArray = false;
    return true;
}

bool SafetensorsHeader::parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&)
{
    return complain("its header is no JSON from character " + std::to_string(position) + " on");
}

}
