// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_PAPER_NUMBERS_H
#define SIMULATOR_PAPER_NUMBERS_H

#include <map>
#include <optional>
#include <string>

namespace simulator
{

/// Content of scenarios/paper/ddnn-2017.json, built into the program.
extern const char* const paperText;

/// Numbers that the paper prints, with their source.
class PaperNumbers
{
  public:
    /// \param text JSON: { EXPERIMENT: { "source": text, "rows": { ROW: { QUANTITY: number }}}}
    /// \throw std::exception if it is anything else
    explicit PaperNumbers(const std::string& text = paperText);

    /// Nothing if the paper has no such number.
    std::optional<double> Find(const std::string& experiment,
                               const std::string& row,
                               const std::string& quantity) const;
    /// Where the numbers of an experiment stand.
    /// \throw std::out_of_range for an experiment that the file does not have
    const std::string& GetSource(const std::string& experiment) const;

  private:
    using Row = std::map<std::string, double>;

    std::map<std::string, std::map<std::string, Row>> m_rows; //!< by experiment and name
    std::map<std::string, std::string> m_sources;             //!< by experiment
};

} // namespace simulator

#endif // SIMULATOR_PAPER_NUMBERS_H
