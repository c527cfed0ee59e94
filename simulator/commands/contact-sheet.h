// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_CONTACT_SHEET_H
#define SIMULATOR_CONTACT_SHEET_H

#include "nn/data/multi-view-data-set.h"

#include <cstdint>
#include <string>
#include <vector>

namespace simulator
{

/// A picture of a data set. For each class, side by side, the first samples of that class, one a
/// row, with the views of all cameras from left to right. Absent views are grey. Views of at most
/// 64 x 64 pixels are enlarged three times, without smoothing. The first three channels are red,
/// green and blue; with fewer, the first one is drawn in grey.
class ContactSheet
{
  public:
    static constexpr int greatestRows = 24;

    /// \throw nn::InputError if the sheet would have more than 100 million pixels
    explicit ContactSheet(const nn::MultiViewDataSet& dataset);

    /// \throw nn::InputError if the file cannot be written
    void WritePng(const std::string& path) const;

  private:
    void DrawSample(const nn::MultiViewDataSet& dataset, int sample, int group, int row);
    void DrawView(const nn::MultiViewDataSet& dataset, int sample, int camera, int left, int top);
    void Allocate(const nn::MultiViewDataSet& dataset, int rows);

    int m_scale;
    int m_cellWidth;  //!< of a view with its gap, pixels of the sheet
    int m_cellHeight; //!< as above
    int m_groupWidth; //!< of a class with its gap, pixels of the sheet
    int m_width = 0;
    int m_height = 0;
    std::vector<std::uint8_t> m_pixels; //!< (H, W, 3)
};

} // namespace simulator

#endif // SIMULATOR_CONTACT_SHEET_H
