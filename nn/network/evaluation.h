// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_EVALUATION_H
#define NN_EVALUATION_H

#include "nn/data/multi-view-data-set.h"
#include "nn/network/network-inference.h"

#include <vector>

namespace nn
{

/// What every place of a network answers to one sample, whether it would be asked or not. A
/// prediction of -1: there is no such place, or nothing arrived there.
struct SampleEvaluation
{
    int sample = 0; //!< index in the data set
    int label = 0;
    std::vector<int> devices; //!< prediction of each device alone
    std::vector<bool> seen;   //!< whether each device sees the object
    Classification local;
    Classification edge;
    Classification cloud;
};

/// What becomes of all samples with one pair of thresholds.
struct ThresholdResult
{
    double accuracy = 0; //!< overall accuracy (paper, section III-F): share of correct answers
    double local = 0;    //!< share of samples that exit locally, 0..1
    double edge = 0;
    double cloud = 0;
    double lost = 0;  //!< share of samples that nobody sees
    double bytes = 0; //!< per device and sample: Eq. (1) of the paper, 4 |C| + (1 - l) f o / 8
};

/// Answers of a network to some samples, without a network between its sections; computed once,
/// then looked at with any thresholds.
class Evaluation
{
  public:
    Evaluation(NetworkDescription network,
               std::size_t featureBytes,
               std::vector<SampleEvaluation> samples);

    const NetworkDescription& GetDescription() const;
    const std::vector<SampleEvaluation>& GetSamples() const;

    /// Share of correct answers if all samples exit there (paper, section III-F); 0 without the
    /// exit.
    double GetLocalAccuracy() const;
    double GetEdgeAccuracy() const;
    double GetCloudAccuracy() const;

    /// Share of samples that a device alone gets right: it must see the object, too.
    double GetDeviceAccuracy(int device) const;
    /// The same, of the samples it sees.
    double GetSeenDeviceAccuracy(int device) const;

    /// Where a sample exits, and with which answer.
    Answer GetAnswer(const SampleEvaluation& sample, const Thresholds& thresholds) const;
    ThresholdResult GetResult(const Thresholds& thresholds) const;

  private:
    double GetAccuracy(Classification SampleEvaluation::*exit) const;

    NetworkDescription m_network;
    std::size_t m_featureBytes; //!< of one device, one sample
    std::vector<SampleEvaluation> m_samples;
};

/// Runs a network on some samples.
/// \param samples indices in the data set
/// \param missing devices that have failed: they send nothing
/// \throw InputError if the data set does not fit the network, or there is no such device
Evaluation Evaluate(const NetworkInference& network,
                    const MultiViewDataSet& dataset,
                    const std::vector<int>& samples,
                    const std::vector<int>& missing = {});

} // namespace nn

#endif // NN_EVALUATION_H
