// core/base/grid.h: a small row-major 2-D array, the shape of every map on the patch grid.
#pragma once
#include <cstddef>
#include <utility>
#include <vector>

namespace patchlight
{

/// Rows × columns of a patch grid (or height × width of a picture, in pixels).
struct GridSize {
    int rows = 0;
    int columns = 0;
    constexpr bool operator==(const GridSize&) const = default;
    constexpr int count() const { return rows * columns; }
};

/// A patch, or a cell of any grid.
struct Cell {
    int row = 0;
    int column = 0;
    constexpr bool operator==(const Cell&) const = default;
};

template <class T> class Grid
{
public:
    Grid() = default;
    explicit Grid(GridSize size, T fill = T{})
        : m_size(size), m_values(static_cast<std::size_t>(size.count()), fill) { }
    Grid(GridSize size, std::vector<T> values) : m_size(size), m_values(std::move(values)) { }

    GridSize size() const { return m_size; }
    int rows() const { return m_size.rows; }
    int columns() const { return m_size.columns; }
    bool empty() const { return m_values.empty(); }
    bool contains(Cell c) const { return c.row >= 0 && c.row < rows() && c.column >= 0 && c.column < columns(); }

    T& at(Cell c) { return m_values[index(c)]; }
    const T& at(Cell c) const { return m_values[index(c)]; }
    std::vector<T>& values() { return m_values; }
    const std::vector<T>& values() const { return m_values; }

    bool operator==(const Grid&) const = default;

private:
    std::size_t index(Cell c) const { return static_cast<std::size_t>(c.row) * m_size.columns + c.column; }
    GridSize m_size;
    std::vector<T> m_values;
};

}
