// ui/view/widgets/head_list_edit.h: a line to type heads and their weights into; what is no such list stays, marked.
#pragma once
#include <QLineEdit>
#include <vector>

namespace patchlight
{

class HeadListEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit HeadListEdit(QWidget* parent = nullptr);

    /// One weight per head, none for all alike. What is being typed is left alone.
    void showWeights(const std::vector<float>& weights, int heads);

Q_SIGNALS:
    void weightsChosen(const std::vector<float>& weights);

private:
    void read();
    void complain(const QString& reason); ///< empty: nothing is wrong

    int m_heads = 0;
};

}
