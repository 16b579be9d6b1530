// core/train/results/curve_svg.cpp
#include "core/train/results/curve_svg.h"
#include <algorithm>
#include <array>
#include <iomanip>
#include <sstream>

namespace patchlight
{
namespace
{

constexpr double kLeft = 52, kRight = 20, kTop = 20, kBottom = 44, kWidth = 640, kHeight = 320;

struct Line {
    const char* name;
    const char* colour;
    double EpochFigures::*value;
};
constexpr std::array<Line, 2> kLines{
    {{"top-1", "#d1495b", &EpochFigures::top1}, {"top-5", "#2a7f9e", &EpochFigures::top5}}};

double yOf(double share)
{
    return kTop + (1 - share) * (kHeight - kTop - kBottom);
}

double xOf(double epoch, double last)
{
    return kLeft + epoch / std::max(1.0, last) * (kWidth - kLeft - kRight);
}

void drawGrid(std::ostream& out, int last)
{
    for (int percent = 0; percent <= 100; percent += 20) {
        const double y = yOf(percent / 100.0);
        out << "<path d=\"M" << kLeft << ' ' << y << 'H' << kWidth - kRight << "\" stroke=\"#8884\"/><text x=\""
            << kLeft - 8 << "\" y=\"" << y + 4 << "\" text-anchor=\"end\">" << percent << " %</text>\n";
    }
    const int step = std::max(1, last / 8);
    for (int epoch = 0; epoch <= last; epoch += step)
        out << "<text x=\"" << xOf(epoch, last) << "\" y=\"" << kHeight - 24 << "\" text-anchor=\"middle\">" << epoch
            << "</text>\n";
    out << "<text x=\"" << (kLeft + kWidth - kRight) / 2 << "\" y=\"" << kHeight - 6
        << "\" text-anchor=\"middle\">epoch</text>\n";
}

void drawLine(std::ostream& out, const Line& line, const std::vector<EpochFigures>& epochs)
{
    const int last = epochs.back().epoch;
    out << "<path fill=\"none\" stroke=\"" << line.colour << "\" stroke-width=\"2\" d=\"";
    for (std::size_t i = 0; i < epochs.size(); ++i)
        out << (i ? 'L' : 'M') << xOf(epochs[i].epoch, last) << ' ' << yOf(epochs[i].*line.value);
    out << "\"/><text x=\"" << kWidth - kRight << "\" y=\"" << yOf(epochs.back().*line.value) + 16
        << "\" text-anchor=\"end\" style=\"fill:" << line.colour << "\">" << line.name << "</text>\n";
}

}

std::string curveSvg(const std::vector<EpochFigures>& epochs)
{
    if (epochs.empty())
        return {};
    std::ostringstream out;
    out << std::fixed << std::setprecision(1) << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 320\" "
        << "font-family=\"sans-serif\" font-size=\"12\" fill=\"#888\">\n<title>Validation accuracy by epoch</title>\n";
    drawGrid(out, epochs.back().epoch);
    for (const Line& line : kLines)
        drawLine(out, line, epochs);
    out << "</svg>\n";
    return out.str();
}

}
