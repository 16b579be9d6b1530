// core/checkpoint/containers/safetensors_header.h: reads the header's JSON as it comes, building no tree.
#pragma once
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_set>
#include <vector>

namespace patchlight
{

/// One line of the header, unchecked but for its form.
struct SafetensorsEntry {
    std::string name, dtype;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> offsets;
    unsigned fields = 0; ///< bits of dtype, shape, data_offsets seen
};

/// Stops at the first thing a header may not hold, so that a hostile one costs no more than its own length.
class SafetensorsHeader : public nlohmann::json_sax<nlohmann::json>
{
public:
    std::vector<SafetensorsEntry> entries;
    std::string complaint;

    bool null() override;
    bool boolean(bool) override;
    bool number_integer(number_integer_t) override;
    bool number_unsigned(number_unsigned_t value) override;
    bool number_float(number_float_t, const string_t&) override;
    bool string(string_t& value) override;
    bool binary(binary_t&) override;
    bool start_object(std::size_t) override;
    bool key(string_t& value) override;
    bool end_object() override;
    bool start_array(std::size_t) override;
    bool end_array() override;
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override;

private:
    enum class Field { None, DType, Shape, Offsets, Metadata };
    bool complain(std::string text);
    bool field(const std::string& name);
    int m_depth = 0;
    bool m_inArray = false;
    Field m_field = Field::None;
    std::unordered_set<std::string> m_names;
};

}
