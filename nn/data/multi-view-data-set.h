// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_MULTI_VIEW_DATA_SET_H
#define NN_MULTI_VIEW_DATA_SET_H

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace nn
{

/// Shape of one view: (C, H, W), row-major.
struct ViewShape
{
    int channels = 3;
    int height = 32;
    int width = 32;

    std::size_t Size() const
    {
        return static_cast<std::size_t>(channels) * height * width;
    }
};

/// Samples seen by several cameras at the same moment (paper, section IV-B).
///
/// A view is 8-bit pixels, (C, H, W), row-major: what a camera sends when it sends a raw image. A
/// view in which the object is absent is blank (all pixels 0) and has the label `absent`.
class MultiViewDataSet
{
  public:
    static constexpr int absent = -1;

    /// All views blank and absent, all labels 0, all samples in the training split.
    MultiViewDataSet(std::string name,
                     std::vector<std::string> classes,
                     ViewShape view,
                     int sampleCount,
                     int cameraCount);

    const std::string& GetName() const;
    const std::vector<std::string>& GetClasses() const;
    ViewShape GetViewShape() const;
    int GetSampleCount() const;
    int GetCameraCount() const;

    /// Pixels of one view, (C, H, W).
    const std::uint8_t* GetView(int sample, int camera) const;
    std::uint8_t* GetView(int sample, int camera);

    /// Class seen by one camera, or `absent`.
    int GetViewLabel(int sample, int camera) const;
    /// Class of the sample: the one that its seen views share.
    int GetLabel(int sample) const;
    void SetLabel(int sample, int label);
    /// Whether the camera sees the sample: its view label is the sample's label, or `absent`.
    void SetSeen(int sample, int camera, bool seen);

    /// Sample indices of the two splits, in order.
    const std::vector<int>& GetTrainingSamples() const;
    const std::vector<int>& GetTestSamples() const;
    void SetSplit(std::vector<int> training, std::vector<int> test);

    /// 64-bit FNV-1a over shapes, pixels, labels and split, as 16 hexadecimal digits.
    std::string GetHash() const;

  private:
    std::string m_name;
    std::vector<std::string> m_classes;
    ViewShape m_view;
    int m_sampleCount;
    int m_cameraCount;
    std::vector<std::uint8_t> m_pixels; //!< (N, cameras, C, H, W)
    std::vector<std::uint8_t> m_seen;   //!< (N, cameras)
    std::vector<int> m_labels;          //!< (N)
    std::vector<int> m_training;
    std::vector<int> m_test;
};

} // namespace nn

#endif // NN_MULTI_VIEW_DATA_SET_H
