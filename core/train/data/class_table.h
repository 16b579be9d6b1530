// core/train/data/class_table.h: which classes a model knows best and worst.
#pragma once
#include <string>
#include <vector>

namespace patchlight
{

struct ClassShare {
    int label = 0;
    int pictures = 0, right = 0;
    int mistakenFor = -1; ///< the class it is most often taken for; −1 = never mistaken
    double share() const { return pictures > 0 ? static_cast<double>(right) / pictures : 0; }
};

/// Of every class that has pictures, best first. Both lists are as long as there are pictures.
std::vector<ClassShare> classShares(const std::vector<int>& labels, const std::vector<int>& predicted, int classes);

/// Markdown: the best ten and the worst ten rows (all rows where there are at most twenty).
std::string classTable(const std::vector<ClassShare>& shares, const std::vector<std::string>& names);

}
