// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/multi-view-data-set.h"

#include <cstdio>
#include <numeric>
#include <utility>

namespace nn
{

namespace
{

/// 64-bit FNV-1a (Fowler, Noll, Vo).
class Hash
{
  public:
    void AddByte(std::uint8_t byte)
    {
        m_value = (m_value ^ byte) * 0x100000001B3ULL;
    }

    /// Four bytes, the least significant first.
    void AddInt(int value)
    {
        const auto bits = static_cast<std::uint32_t>(value);
        for (int shift = 0; shift < 32; shift += 8)
        {
            AddByte(static_cast<std::uint8_t>(bits >> shift));
        }
    }

    /// Their number, then each.
    void AddInts(const std::vector<int>& values)
    {
        AddInt(static_cast<int>(values.size()));
        for (const int value : values)
        {
            AddInt(value);
        }
    }

    void AddBytes(const std::vector<std::uint8_t>& bytes)
    {
        for (const std::uint8_t byte : bytes)
        {
            AddByte(byte);
        }
    }

    std::string ToString() const
    {
        char text[17];
        std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(m_value));
        return text;
    }

  private:
    std::uint64_t m_value = 0xCBF29CE484222325ULL;
};

} // namespace

MultiViewDataSet::MultiViewDataSet(std::string name,
                                   std::vector<std::string> classes,
                                   ViewShape view,
                                   int sampleCount,
                                   int cameraCount)
    : m_name(std::move(name)),
      m_classes(std::move(classes)),
      m_view(view),
      m_sampleCount(sampleCount),
      m_cameraCount(cameraCount),
      m_pixels(static_cast<std::size_t>(sampleCount) * cameraCount * view.Size(), 0),
      m_seen(static_cast<std::size_t>(sampleCount) * cameraCount, 0),
      m_labels(static_cast<std::size_t>(sampleCount), 0),
      m_training(static_cast<std::size_t>(sampleCount))
{
    std::iota(m_training.begin(), m_training.end(), 0);
}

const std::string&
MultiViewDataSet::GetName() const
{
    return m_name;
}

const std::vector<std::string>&
MultiViewDataSet::GetClasses() const
{
    return m_classes;
}

ViewShape
MultiViewDataSet::GetViewShape() const
{
    return m_view;
}

int
MultiViewDataSet::GetSampleCount() const
{
    return m_sampleCount;
}

int
MultiViewDataSet::GetCameraCount() const
{
    return m_cameraCount;
}

const std::uint8_t*
MultiViewDataSet::GetView(int sample, int camera) const
{
    const std::size_t view = static_cast<std::size_t>(sample) * m_cameraCount + camera;
    return m_pixels.data() + view * m_view.Size();
}

std::uint8_t*
MultiViewDataSet::GetView(int sample, int camera)
{
    const std::size_t view = static_cast<std::size_t>(sample) * m_cameraCount + camera;
    return m_pixels.data() + view * m_view.Size();
}

int
MultiViewDataSet::GetViewLabel(int sample, int camera) const
{
    const bool seen = m_seen[static_cast<std::size_t>(sample) * m_cameraCount + camera] != 0;
    return seen ? GetLabel(sample) : absent;
}

int
MultiViewDataSet::GetLabel(int sample) const
{
    return m_labels[sample];
}

void
MultiViewDataSet::SetLabel(int sample, int label)
{
    m_labels[sample] = label;
}

void
MultiViewDataSet::SetSeen(int sample, int camera, bool seen)
{
    m_seen[static_cast<std::size_t>(sample) * m_cameraCount + camera] = seen ? 1 : 0;
}

const std::vector<int>&
MultiViewDataSet::GetTrainingSamples() const
{
    return m_training;
}

const std::vector<int>&
MultiViewDataSet::GetTestSamples() const
{
    return m_test;
}

void
MultiViewDataSet::SetSplit(std::vector<int> training, std::vector<int> test)
{
    m_training = std::move(training);
    m_test = std::move(test);
}

std::string
MultiViewDataSet::GetHash() const
{
    Hash hash;
    hash.AddInts({m_sampleCount, m_cameraCount, m_view.channels, m_view.height, m_view.width});
    hash.AddInt(static_cast<int>(m_classes.size()));
    hash.AddBytes(m_pixels);
    hash.AddBytes(m_seen);
    hash.AddInts(m_labels);
    hash.AddInts(m_training);
    hash.AddInts(m_test);
    return hash.ToString();
}

} // namespace nn
