// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_TRAINING_REVISION_H
#define NN_TRAINING_REVISION_H

namespace nn
{

/// One more whenever the same settings and the same data set give another network than before. What
/// was kept of an older revision, such as checkpoints and the results of `ddnnsim reproduce`, is
/// then not used any more. training-revision-test.cc notices a change.
constexpr int trainingRevision = 1;

} // namespace nn

#endif // NN_TRAINING_REVISION_H
