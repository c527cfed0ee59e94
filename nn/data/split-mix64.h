// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_SPLIT_MIX64_H
#define NN_SPLIT_MIX64_H

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <utility>
#include <vector>

namespace nn
{

/// Random numbers that are the same on every machine: SplitMix64 (Steele, Lea, Flood: "Fast
/// Splittable Pseudorandom Number Generators", OOPSLA 2014).
///
/// Stream i of seed S starts at S * 0x9E3779B97F4A7C15 + (i + 1) * 0xD1B54A32D192ED03 (mod 2^64),
/// and its first two numbers are thrown away. Different streams of one seed are independent.
class SplitMix64
{
  public:
    explicit SplitMix64(std::uint64_t seed, std::uint64_t stream = 0)
        : m_state(seed * 0x9E3779B97F4A7C15ULL + (stream + 1) * 0xD1B54A32D192ED03ULL)
    {
        Next();
        Next();
    }

    /// Where the stream stands: another one with SetState goes on from there.
    std::uint64_t GetState() const
    {
        return m_state;
    }

    void SetState(std::uint64_t state)
    {
        m_state = state;
    }

    /// Uniform over all 64-bit numbers.
    std::uint64_t Next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        return Finalize(m_state);
    }

    /// The mixing function: 64 bits in, 64 well-mixed bits out.
    static std::uint64_t Finalize(std::uint64_t z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    /// Uniform in [0, 1), 53 bits.
    double Uniform()
    {
        return static_cast<double>(Next() >> 11) * (1.0 / 9007199254740992.0);
    }

    /// Uniform in [low, high).
    double Uniform(double low, double high)
    {
        return low + (high - low) * Uniform();
    }

    /// Approximately standard normal: sqrt(3) times the sum of four uniform numbers less 2. Takes
    /// four numbers; never beyond +-2 sqrt(3). Cheap and free of libm, hence reproducible.
    double Normal()
    {
        double sum = Uniform();
        for (int i = 1; i < 4; ++i)
        {
            sum += Uniform();
        }
        return (sum - 2.0) * std::sqrt(3.0);
    }

    /// Uniform in 0 .. count - 1; count is at least 1.
    int Index(int count)
    {
        return std::min(count - 1, static_cast<int>(Uniform() * count));
    }

    /// Index of one of the weights, with a probability in proportion to it.
    int Pick(std::initializer_list<double> weights)
    {
        double total = 0;
        for (const double weight : weights)
        {
            total += weight;
        }
        double rest = Uniform() * total;
        int index = 0;
        for (const double weight : weights)
        {
            if (rest < weight)
            {
                return index;
            }
            rest -= weight;
            ++index;
        }
        return index - 1;
    }

    /// Fisher-Yates shuffle, from the last element to the second.
    template <typename T>
    void Shuffle(std::vector<T>& values)
    {
        for (std::size_t i = values.size(); i > 1; --i)
        {
            std::swap(values[i - 1], values[static_cast<std::size_t>(Index(static_cast<int>(i)))]);
        }
    }

  private:
    std::uint64_t m_state;
};

} // namespace nn

#endif // NN_SPLIT_MIX64_H
