// tests/unit/render/head_layers_test.cpp: every head shows where it alone looks; the legend names all of them; the
// colours stay apart for eyes that lack one kind of cone.
#include "core/render/head_figure.h"
#include "scene.h"
#include <array>
#include <gtest/gtest.h>

using namespace patchlight;

namespace
{

Look full(float keepMass = 1)
{
    auto look = scene::look(Interpolation::Patches);
    look.opacity = 1;
    look.keepMass = keepMass;
    return look;
}

Grid<float> map(std::vector<std::pair<Cell, float>> values)
{
    Grid<float> grid({7, 7});
    for (const auto& [cell, value] : values)
        grid.at(cell) = value;
    return grid;
}

/// The pixel near a patch's corner, where no number stands.
Rgb at(const Image& image, Cell cell)
{
    const RectF patch = scene::geometry().patchOnPicture(cell, {7, 7});
    const auto* pixel = image.pixel(static_cast<int>(patch.x) + 1, static_cast<int>(patch.y) + 1);
    return {pixel[0], pixel[1], pixel[2]};
}

bool isGrey(Rgb colour)
{
    return colour.r == colour.g && colour.g == colour.b;
}

std::array<double, 3> linear(Rgb c)
{
    const auto one = [](std::uint8_t byte) {
        const double s = byte / 255.0;
        return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
    };
    return {one(c.r), one(c.g), one(c.b)};
}

using Matrix = std::array<std::array<double, 3>, 3>;

std::array<double, 3> times(const Matrix& m, std::array<double, 3> v)
{
    std::array<double, 3> out{};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t k = 0; k < 3; ++k)
            out[i] += m[i][k] * v[k];
    return out;
}

/// Ottosson's OKLab of linear light: distances are as large as they look.
std::array<double, 3> okLab(std::array<double, 3> rgb)
{
    auto cones = times(
        {{{0.4122215, 0.5363325, 0.0514460}, {0.2119035, 0.6806995, 0.1073970}, {0.0883025, 0.2817188, 0.6299787}}},
        rgb);
    for (double& cone : cones)
        cone = std::cbrt(std::max(0.0, cone));
    return times(
        {{{0.2104543, 0.7936178, -0.0040720}, {1.9779985, -2.4285922, 0.4505937}, {0.0259040, 0.7827718, -0.8086758}}},
        cones);
}

/// As seen without the long, middle or short cones (Machado et al. 2009, whole loss), and with all.
constexpr std::array<Matrix, 4> kEyes{
    {{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
        {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
        {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
        {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}}};

double nearest(int heads, const Matrix& eye)
{
    double least = 10;
    for (int a = 0; a < heads; ++a)
        for (int b = 0; b < a; ++b) {
            const auto one = okLab(times(eye, linear(headColour(a)))), other = okLab(times(eye, linear(headColour(b))));
            least = std::min(least, std::hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]));
        }
    return least;
}

}

TEST(HeadLayers, AHeadThatAloneLooksAtAPatchColoursIt)
{
    const HeadLayers heads{{0, map({{{1, 1}, 0.6F}})}, {4, map({{{5, 5}, 0.1F}})}};
    for (const float mass : {1.0F, 0.6F}) {
        const auto image = renderHeadsOverlay(scene::picture(), heads, scene::geometry(), full(mass));
        EXPECT_EQ(at(image, {1, 1}), headColour(0)) << mass;
        EXPECT_EQ(at(image, {5, 5}), headColour(4)) << mass << ": beside its own largest, not the other's";
        EXPECT_TRUE(isGrey(at(image, {3, 3}))) << mass << ": nobody looks there";
    }
}

TEST(HeadLayers, ASharedPatchBelongsToTheHeadThatSpendsMoreOfItsAttentionThere)
{
    const HeadLayers heads{{0, map({{{1, 1}, 0.4F}, {{2, 2}, 0.4F}})}, {1, map({{{1, 1}, 0.1F}})}};
    const auto image = renderHeadsOverlay(scene::picture(), heads, scene::geometry(), full());
    EXPECT_EQ(at(image, {1, 1}), headColour(1)) << "all of its attention to patches, though the number is smaller";
    EXPECT_EQ(at(image, {2, 2}), headColour(0));
}

TEST(HeadLayers, EveryHeadKeepsItsOwnMass)
{
    const HeadLayers heads{{0, map({{{1, 1}, 0.7F}, {{2, 2}, 0.3F}})}, {1, map({{{4, 4}, 0.02F}, {{5, 5}, 0.01F}})}};
    const auto image = renderHeadsOverlay(scene::picture(), heads, scene::geometry(), full(0.6F));
    EXPECT_EQ(at(image, {1, 1}), headColour(0));
    EXPECT_TRUE(isGrey(at(image, {2, 2})));
    EXPECT_EQ(at(image, {4, 4}), headColour(1));
    EXPECT_TRUE(isGrey(at(image, {5, 5})));
}

TEST(HeadLayers, AtNoOpacityThePictureIsAsItIs)
{
    auto look = full();
    look.opacity = 0;
    const HeadLayers heads{{0, map({{{1, 1}, 0.6F}})}};
    EXPECT_EQ(renderHeadsOverlay(scene::picture(), heads, scene::geometry(), look), scene::picture());
}

TEST(HeadLayers, AreClearWhereNoHeadLooks)
{
    const HeadLayers heads{{2, map({{{1, 1}, 0.6F}})}};
    const auto layer = renderHeadsLayer(heads, scene::geometry(), full(0.6F), RectF{0, 0, 96, 64}, 96, 64);
    const RectF patch = scene::geometry().patchOnPicture({1, 1}, {7, 7});
    ASSERT_EQ(layer.channels(), 4);
    EXPECT_EQ(layer.pixel(0, 0)[3], 0);
    EXPECT_EQ(layer.pixel(static_cast<int>(patch.x) + 1, static_cast<int>(patch.y) + 1)[3], 255);
}

TEST(HeadLayers, NumbersStandOnThePatchAHeadLooksAtMostOfItsOwn)
{
    const HeadLayers heads{{0, map({{{1, 1}, 0.4F}, {{2, 2}, 0.6F}})}, {1, map({{{2, 2}, 1}})}};
    const auto labels = headLabels(heads, full());
    ASSERT_EQ(labels.size(), 2U);
    EXPECT_EQ(labels[0].cell, (Cell{1, 1})) << "2,2 is the other's";
    EXPECT_EQ(labels[1].cell, (Cell{2, 2}));
}

TEST(HeadLayers, OfManyHeadsEveryAreaIsNumbered)
{
    HeadLayers heads{{0, map({{{0, 0}, 0.2F}, {{0, 1}, 0.4F}, {{4, 0}, 0.3F}, {{6, 6}, 0.1F}})}};
    const auto numbers = [&] { return headLabels(heads, full(0.9F)).size(); };
    EXPECT_EQ(numbers(), 1U);
    for (int head = 1; head < 7; ++head)
        heads.push_back({head, map({{{2, head}, 1}})});
    EXPECT_EQ(numbers(), 2U + 6U) << "two areas of head 0: patches that touch are one";
}

TEST(HeadLayers, TheLegendNamesEveryHeadThoughOthersCoverIt)
{
    const HeadLayers heads{{0, map({{{2, 2}, 0.5F}, {{3, 3}, 0.4F}})}, {1, map({{{2, 2}, 1}})}};
    const auto legend = headLegend(heads, full(0.5F));
    ASSERT_EQ(legend.size(), 2U);
    EXPECT_EQ(headName(legend[0]), "head 0 (covered)");
    EXPECT_EQ(headName(legend[1]), "head 1");
}

TEST(HeadLayers, FiguresListAsManyHeadsAsThereAre)
{
    for (const int count : {1, 3, 6, 16}) {
        HeadLayers heads;
        for (int head = 0; head < count; ++head)
            heads.push_back({head, map({{{head / 7, head % 7}, 1}})});
        const auto picture = scene::picture();
        const auto svg = svgHeadsFigure(
            renderHeadsOverlay(picture, heads, scene::geometry(), full()), headLegend(heads, full()), "title & all");
        int listed = 0;
        for (auto place = svg.find(">head "); place != std::string::npos; place = svg.find(">head ", place + 1))
            ++listed;
        EXPECT_EQ(listed, count);
        EXPECT_NE(svg.find("title &amp; all"), std::string::npos);
        const auto figure = renderHeadsFigure(picture, heads, scene::geometry(), full(), "title", 96);
        int found = 0;
        for (int head = 0; head < count; ++head) {
            const Rgb wanted = headColour(head);
            bool here = false;
            for (int y = 0; y < figure.height() && !here; ++y)
                for (int x = 120; x < figure.width() && !here; ++x) // right of the picture
                    here = std::equal(figure.pixel(x, y), figure.pixel(x, y) + 3, &wanted.r);
            found += here ? 1 : 0;
        }
        EXPECT_EQ(found, count);
    }
}

TEST(HeadLayers, ColoursStayApartForColourBlindEyes)
{
    for (const Matrix& eye : kEyes) {
        EXPECT_GT(nearest(3, eye), 0.2);
        EXPECT_GT(nearest(6, eye), 0.14);
        EXPECT_GT(nearest(16, eye), 0.06);
    }
    EXPECT_EQ(headColour(16), headColour(0));
}
