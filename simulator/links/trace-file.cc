// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/trace-file.h"

#include "nn/input-error.h"
#include "simulator/scenario/key-types.h"
#include "simulator/scenario/quantity.h"
#include "simulator/scenario/text-file.h"
#include "simulator/scenario/text.h"

#include <algorithm>
#include <sstream>

namespace simulator
{

namespace
{

constexpr std::size_t maximumMebibytes = 64;

/// Text between commas, without the white space around it.
struct Field
{
    std::string text;
    std::size_t column; //!< from 1
};

std::vector<Field>
Split(const std::string& line)
{
    const char* const white = " \t\r";
    std::vector<Field> fields;
    std::size_t begin = 0;
    while (begin <= line.size())
    {
        const std::size_t comma = std::min(line.find(',', begin), line.size());
        const std::size_t first = std::min(line.find_first_not_of(white, begin), comma);
        const std::string text = line.substr(first, comma - first);
        fields.push_back({text.substr(0, text.find_last_not_of(white) + 1), first + 1});
        begin = comma + 1;
    }
    return fields;
}

class TraceReader
{
  public:
    explicit TraceReader(const std::string& path);
    TraceReader(const TraceReader&) = delete;
    TraceReader& operator=(const TraceReader&) = delete;

    TraceRows Read();

  private:
    void ReadLine(const std::vector<Field>& fields);
    void ReadHeader(const std::vector<Field>& fields);
    void ReadRow(const std::vector<Field>& fields);
    /// Null if there is no such column.
    const Field* FindField(const std::vector<Field>& fields, const std::string& name) const;
    bool HasField(const std::vector<Field>& fields, const std::string& name) const;
    std::string Locate(const Field& field) const;
    [[noreturn]] void Refuse(const Field& field, const std::string& reason) const;

    std::string m_path;
    std::size_t m_line = 0; //!< from 1
    ns3::Time m_time;       //!< what the columns are bound to
    ns3::DataRate m_rate{1};
    ns3::Time m_delay;
    double m_loss = 0;
    KeyTable m_columns;
    std::vector<const Key*> m_header;
    TraceRows m_rows;
};

TraceReader::TraceReader(const std::string& path) : m_path(path)
{
    const ns3::Time zero = ns3::Seconds(0);
    m_columns.Add(MakeTimeKey("time", m_time, {zero, ns3::Hours(24 * 365)}, ""));
    m_columns.Add(MakeRateKey("rate", m_rate, ns3::DataRate(1'000'000'000'000), ""));
    m_columns.Add(MakeTimeKey("delay", m_delay, {zero, ns3::Hours(1)}, ""));
    m_columns.Add(MakeNumberKey("loss", m_loss, {0, 1}, ""));
}

TraceRows
TraceReader::Read()
{
    std::istringstream lines(ReadTextFile(m_path, maximumMebibytes, "a shorter trace"));
    for (std::string line; std::getline(lines, line);)
    {
        ++m_line;
        const std::vector<Field> fields = Split(line);
        if (line.rfind('#', 0) != 0 && (fields.size() > 1 || !fields.front().text.empty()))
        {
            ReadLine(fields);
        }
    }
    if (m_rows.empty())
    {
        throw nn::InputError(m_path + ": has no rows, expected a header such as 'time,rate' and "
                                      "rows such as '0s,10Mbps'");
    }
    return m_rows;
}

void
TraceReader::ReadLine(const std::vector<Field>& fields)
{
    if (m_header.empty())
    {
        ReadHeader(fields);
    }
    else
    {
        ReadRow(fields);
    }
}

void
TraceReader::ReadHeader(const std::vector<Field>& fields)
{
    const std::vector<std::string> names = m_columns.GetChildren("");
    for (const Field& field : fields)
    {
        const Key* const column = m_columns.Find(field.text);
        if (!column)
        {
            const std::string hint = Suggest(field.text, names);
            Refuse(field,
                   "unknown column " + Quote(field.text) +
                       (hint.empty() ? ", expected " + JoinAlternatives(names) : hint));
        }
        if (std::find(m_header.begin(), m_header.end(), column) != m_header.end())
        {
            Refuse(field, "duplicate column " + Quote(field.text));
        }
        m_header.push_back(column);
    }
    if (!HasField(fields, "time") || fields.size() < 2)
    {
        Refuse(fields.front(), "expected the column time and at least one of rate, delay or loss");
    }
}

void
TraceReader::ReadRow(const std::vector<Field>& fields)
{
    if (fields.size() != m_header.size())
    {
        Refuse(fields.back(),
               std::to_string(fields.size()) + " fields, expected " +
                   std::to_string(m_header.size()) + " as in the header");
    }
    for (std::size_t i = 0; i < fields.size(); ++i)
    {
        const Key& column = *m_header[i];
        if (!fields[i].text.empty() || column.path == "time")
        {
            column.read(Value(YAML::Node(fields[i].text),
                              {Locate(fields[i]), "", true},
                              column.path,
                              column.type.expected));
        }
    }
    if (!m_rows.empty() && m_time <= m_rows.back().time)
    {
        Refuse(*FindField(fields, "time"),
               "the time " + FormatTime(m_time) + " is not after that of the row before, " +
                   FormatTime(m_rows.back().time));
    }
    TraceRow row;
    row.time = m_time;
    row.rate = HasField(fields, "rate") ? std::optional(m_rate) : std::nullopt;
    row.delay = HasField(fields, "delay") ? std::optional(m_delay) : std::nullopt;
    row.loss = HasField(fields, "loss") ? std::optional(m_loss) : std::nullopt;
    m_rows.push_back(row);
}

const Field*
TraceReader::FindField(const std::vector<Field>& fields, const std::string& name) const
{
    for (std::size_t i = 0; i < fields.size(); ++i)
    {
        if (m_header[i]->path == name)
        {
            return &fields[i];
        }
    }
    return nullptr;
}

bool
TraceReader::HasField(const std::vector<Field>& fields, const std::string& name) const
{
    const Field* const field = FindField(fields, name);
    return field && !field->text.empty();
}

std::string
TraceReader::Locate(const Field& field) const
{
    return m_path + ":" + std::to_string(m_line) + ":" + std::to_string(field.column);
}

void
TraceReader::Refuse(const Field& field, const std::string& reason) const
{
    throw nn::InputError(Locate(field) + ": " + reason);
}

} // namespace

TraceRows
ReadTraceFile(const std::string& path)
{
    return TraceReader(path).Read();
}

} // namespace simulator
