// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_SHORT_NAMES_H
#define ANALYSIS_SHORT_NAMES_H

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace analysis
{

/// The last parts of dotted paths that tell them apart: `rate` of `links.backhaul.rate` if no other
/// path ends so, else `backhaul.rate`. None begins with a number: `failures.1.node` is `node`, or
/// `failures.1.node`.
std::map<std::string, std::string> ShortenPaths(const std::set<std::string>& paths);

/// Values of one setting without the folder that all of them name: `c.npz` of `../networks/c.npz`.
std::map<std::string, std::string> ShortenValues(const std::set<std::string>& values);

/// A node or link without its site, where only one site is shown: `device-1` of `site-1/device-1`.
std::string RemoveSite(const std::string& name);

/// Settings that differ, as people read them: `rate 64kbps, network c.npz`.
class ShortNames
{
  public:
    /// \param values all values of each path
    explicit ShortNames(const std::map<std::string, std::set<std::string>>& values);

    /// \param settings some of the paths, each with one of its values
    std::string Describe(const std::vector<std::pair<std::string, std::string>>& settings) const;

  private:
    std::map<std::string, std::string> m_paths;
    std::map<std::string, std::map<std::string, std::string>> m_values; //!< by path
};

} // namespace analysis

#endif // ANALYSIS_SHORT_NAMES_H
