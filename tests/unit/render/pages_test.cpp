// tests/unit/render/pages_test.cpp: contact sheet, figures, films.
#include "core/base/atomic_file.h"
#include "core/image/read_picture.h"
#include "core/render/animation.h"
#include "core/render/figure_measures.h"
#include "core/render/lettering.h"
#include "core/render/overlay.h"
#include "core/render/sheet.h"
#include "core/render/stroke_text.h"
#include "core/render/title_lines.h"
#include "scene.h"
#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <unistd.h>

using namespace patchlight;
namespace fs = std::filesystem;

namespace
{

/// How many pixels of exactly this colour a picture has.
int countOf(const Image& image, Rgb colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const auto* p = image.pixel(x, y);
            count += Rgb{p[0], p[1], p[2]} == colour;
        }
    }
    return count;
}

class Films : public testing::Test
{
protected:
    void SetUp() override { fs::create_directories(m_folder); }
    void TearDown() override { fs::remove_all(m_folder); }
    const fs::path m_folder = fs::temp_directory_path() / ("patchlight-films-" + std::to_string(::getpid()));
    Animation m_animation{5, 4, [](int i) -> Result<Image> {
                              auto look = scene::look();
                              look.opacity = static_cast<float>(i) / 4;
                              return renderOverlay(scene::picture(), scene::waves(), scene::geometry(), look);
                          }};
};

}

TEST(RenderSheet, EveryMapHasItsOwnTile)
{
    Look look = scene::look();
    look.range = ValueRange{0, 1};
    Sheet sheet;
    sheet.columnTitles = {"0", "1", "mean"};
    sheet.maps.assign(2, {Grid<float>{{4, 4}, 1.0F}, Grid<float>{}, Grid<float>{{4, 4}, 1.0F}});
    const auto page = renderSheet(sheet, look, 20);
    EXPECT_EQ(countOf(page, colours(look.colours)[255]), 4 * 20 * 20); // an empty map leaves its place empty
    EXPECT_GT(page.width(), 3 * 20);
}

TEST(RenderSheet, AnEmptySheetIsStillAPage)
{
    EXPECT_FALSE(renderSheet({}, {}, 24).empty());
}

TEST(RenderFigure, ShowsTheMapAndItsColourBar)
{
    Look look = scene::look();
    look.range = ValueRange{0, 1};
    const auto figure = renderFigure(Grid<float>{{7, 7}, 1.0F}, false, look, "attention", 70);
    const int highest = countOf(figure, colours(look.colours)[255]);
    EXPECT_GE(highest, 70 * 70);
    EXPECT_GT(countOf(figure, colours(look.colours)[0]), 0); // the bar's low end
    EXPECT_GT(countOf(figure, {255, 255, 255}), 1000);
}

TEST(RenderFigure, KeepsTheProportionsOfTheMap)
{
    const auto wide = renderFigure(Grid<float>{{2, 8}, 1.0F}, false, {}, "", 160);
    const auto tall = renderFigure(Grid<float>{{8, 2}, 1.0F}, false, {}, "", 160);
    EXPECT_GT(wide.width(), wide.height());
    EXPECT_GT(tall.height(), tall.width());
}

TEST(SvgFigure, IsAWholeDocumentWithItsTextEscaped)
{
    const std::string svg = svgFigure(scene::picture(), scene::waves(), true, {}, "a < b & \"c\" · 猫");
    EXPECT_TRUE(svg.starts_with("<?xml"));
    EXPECT_TRUE(svg.ends_with("</svg>\n"));
    EXPECT_NE(svg.find("a &lt; b &amp; &quot;c&quot; · 猫"), std::string::npos);
    EXPECT_NE(svg.find("data:image/png;base64,iVBORw0KGgo"), std::string::npos);
    EXPECT_NE(svg.find("linearGradient"), std::string::npos);
}

TEST(SvgFigure, HasPrintersTextWhateverItsWidthOnPaper)
{
    const auto points = [](double millimetres, std::size_t entries) {
        const FigureMeasures figure{640, 480, {true, true, millimetres}, entries};
        EXPECT_GE(figure.columns * figure.rows, entries);
        return figure.font / figure.totalWidth * millimetres * 72 / 25.4;
    };
    for (const double millimetres : {45.0, 60.0, 85.0, 180.0, 400.0})
        EXPECT_NEAR(points(millimetres, 0), 7, 0.01);
    EXPECT_NEAR(points(180, 12), 7, 0.01);
    EXPECT_LT(points(85, 64), 7); // a legend that needs too many columns
    const std::string svg = svgFigure(scene::picture(), scene::waves(), true, {}, "title", {true, true, 85});
    EXPECT_NE(svg.find(" width=\"85mm\" height="), std::string::npos);
}

TEST(SvgFigure, LeavesThePictureItsPartOfANarrowPage)
{
    const FigureMeasures figure{640, 480, {true, true, 20}, 0};
    EXPECT_NEAR(640 / figure.totalWidth, 1.0 / 3, 0.01);
}

TEST(Figures, WriteEveryAlphabet)
{
    const Grid<float> map{{4, 4}, 1.0F};
    const auto titled = [&](const std::string& title) { return renderFigure(map, false, scene::look(), title, 200); };
    EXPECT_NE(titled("é"), titled("è"));
    EXPECT_NE(titled("кот"), titled("пёс"));
    const auto headed = [&](const std::string& title) { return renderSheet({{{map}}, {title}, "layer", false}, scene::look(), 40); };
    EXPECT_NE(headed("é"), headed("è"));
}

TEST(Lettering, MeasuresByTheHeightOfACapital)
{
    const Lettering letters;
    for (const double height : {8.0, 20.0, 60.0})
        EXPECT_NEAR(letters.line("H", height).ink.rows(), height, 2 + 0.05 * height); // edges fall between pixels
    EXPECT_GT(letters.width("HHHH", 20), 3 * letters.width("H", 20));
}

TEST(Lettering, WritesFromRightToLeftAndJoinsLetters)
{
    const Lettering letters;
    EXPECT_NE(letters.line("אב", 20).ink, letters.line("בא", 20).ink);
    EXPECT_LT(letters.width("ببب", 20), 3 * letters.width("ب", 20)); // alone the letter is wider than inside a word
}

TEST(Lettering, ShortensBetweenLetters)
{
    const Lettering letters;
    const std::string title = "ééééééééééééééééééé";
    EXPECT_EQ(letters.fitted(title, 10, 1000), title);
    const auto shorter = letters.fitted(title, 10, 80);
    EXPECT_TRUE(shorter.starts_with("éé") && shorter.ends_with("é…")) << shorter;
    EXPECT_LE(letters.width(shorter, 10), 80);
}

TEST(Lettering, SurvivesWhatIsNoText)
{
    const Lettering letters;
    EXPECT_TRUE(letters.line("", 10).ink.empty());
    EXPECT_GT(letters.width("a\xFF\n\x1B[2J\xF0\x9F\x90\x88", 10), 0);
}

TEST(TitleLines, BreakBetweenParts)
{
    const auto widthOf = [](const std::string& text) { return double(text.size()); };
    EXPECT_EQ(titleLines("one", 2, widthOf), (std::vector<std::string>{"one"}));
    EXPECT_EQ(titleLines("one · two · three", 11, widthOf), (std::vector<std::string>{"one · two", "three"}));
    EXPECT_EQ(titleLines("", 5, widthOf).size(), 1U);
}

TEST(StrokeText, StandsInWhereThereAreNoFonts)
{
    EXPECT_EQ(asciiText("layer 3 · 14×14 – ok"), "layer 3 - 14x14 - ok");
    EXPECT_EQ(asciiText("\u22122.0"), "-2.0");
    EXPECT_EQ(asciiText("2.1×10⁻⁶ m²"), "2.1x10^-6 m^2");
    EXPECT_EQ(asciiText("猫\n"), "??");
    EXPECT_GT(strokeLine("layer", 10).width, strokeLine("lay", 10).width);
}

TEST_F(Films, AFolderReceivesEveryFrame)
{
    const auto files = writeAnimation(m_folder / "layers", m_animation);
    ASSERT_TRUE(files) << files.error().message;
    ASSERT_EQ(files->size(), 5U);
    EXPECT_EQ(*readPicture(files->front()), scene::picture());
}

TEST_F(Films, AFilmIsWrittenWholeOrNotAtAll)
{
    const auto files = writeAnimation(m_folder / "layers.mp4", m_animation);
    if (files) {
        EXPECT_GT(fs::file_size(files->front()), 1000U);
    } else {
        EXPECT_EQ(files.error().code, ErrorCode::Unsupported); // no encoder on this machine
    }
    CancelSource stop;
    stop.request();
    EXPECT_EQ(
        writeAnimation(m_folder / "other.mp4", m_animation, {stop.token(), {}}).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder), {}), files ? 1 : 0);
}

TEST_F(Films, FramesThatAreStoppedHalfwayGoAgain)
{
    const auto frame = m_animation.frame;
    const auto stoppedAtTheThird = [&](const fs::path& folder) {
        CancelSource stop;
        m_animation.frame = [&](int i) {
            if (i == 2)
                stop.request();
            return frame(i);
        };
        EXPECT_EQ(writeAnimation(folder, m_animation, {stop.token(), {}}).error().code, ErrorCode::Cancelled);
    };
    stoppedAtTheThird(m_folder / "new");
    EXPECT_FALSE(fs::exists(m_folder / "new"));
    ASSERT_TRUE(fs::create_directory(m_folder / "old"));
    ASSERT_TRUE(writeFile(m_folder / "old/mine", "x"));
    stoppedAtTheThird(m_folder / "old");
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder / "old"), {}), 1) << "what was there stays";
}

TEST_F(Films, FramesThatFailOrDoNotExistAreErrors)
{
    m_animation.frame = [](int) -> Result<Image> { return fail(ErrorCode::Mismatch, "no such layer"); };
    EXPECT_EQ(writeAnimation(m_folder / "a.mp4", m_animation).error().code, ErrorCode::Mismatch);
    EXPECT_EQ(writeAnimation(m_folder / "a", {}).error().code, ErrorCode::InvalidOption);
    ASSERT_TRUE(writeFile(m_folder / "file", "x"));
    EXPECT_EQ(writeAnimation(m_folder / "file/in/it", m_animation).error().code, ErrorCode::WriteFailed);
}
