// tests/unit/checkpoint/made_layouts.cpp
#include "made_layouts.h"

namespace patchlight
{

std::string blockName(int i)
{
    return "blocks." + std::to_string(i) + ".";
}

void append(Shapes& to, const Shapes& more)
{
    to.insert(to.end(), more.begin(), more.end());
}

Shapes linear(const std::string& name, std::int64_t out, std::int64_t in)
{
    return {{name + ".weight", {out, in}}, {name + ".bias", {out}}};
}

Shapes norm(const std::string& name, std::int64_t width)
{
    return {{name + ".weight", {width}}, {name + ".bias", {width}}};
}

Shapes timmVit(int prefixPositions, bool head)
{
    Shapes shapes{{"cls_token", {1, 1, kWidth}}, {"pos_embed", {1, 25 + prefixPositions, kWidth}},
        {"patch_embed.proj.weight", {kWidth, 3, kPatch, kPatch}}, {"patch_embed.proj.bias", {kWidth}}};
    for (int i = 0; i < kDepth; ++i) {
        append(shapes, norm(blockName(i) + "norm1", kWidth));
        append(shapes, linear(blockName(i) + "attn.qkv", 3 * kWidth, kWidth));
        append(shapes, linear(blockName(i) + "attn.proj", kWidth, kWidth));
        append(shapes, norm(blockName(i) + "norm2", kWidth));
        append(shapes, linear(blockName(i) + "mlp.fc1", kHidden, kWidth));
        append(shapes, linear(blockName(i) + "mlp.fc2", kWidth, kHidden));
    }
    append(shapes, norm("norm", kWidth));
    if (head)
        append(shapes, linear("head", kClasses, kWidth));
    return shapes;
}

Shapes renamed(const Shapes& shapes, const std::function<std::string(const std::string&)>& rename)
{
    Shapes other;
    for (const auto& [name, shape] : shapes)
        other.emplace_back(rename(name), shape);
    return other;
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    if (const auto at = text.find(from); at != std::string::npos)
        text.replace(at, from.size(), to);
    return text;
}

}
