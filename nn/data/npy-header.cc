// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/npy-header.h"

#include "nn/data/quote.h"
#include "nn/input-error.h"

#include <limits>
#include <set>

namespace nn
{

namespace
{

const std::string magic = "\x93NUMPY";
constexpr std::size_t greatestHeader = 65536;
constexpr std::size_t greatestRank = 32;

unsigned
GetByte(const std::string& bytes, std::size_t i)
{
    return static_cast<unsigned char>(bytes.at(i));
}

/// Bytes before the dictionary: magic, version, length of the dictionary.
std::size_t
GetDictionaryStart(const std::string& preamble)
{
    return GetByte(preamble, 6) == 1 ? 10 : 12;
}

/// Reads the Python literal {'descr': '<f4', 'fortran_order': False, 'shape': (851, 6), }.
class DictionaryParser
{
  public:
    explicit DictionaryParser(const std::string& text) : m_text(text) {}

    NpyHeader Parse()
    {
        NpyHeader header;
        std::set<std::string> keys;
        Expect('{');
        while (!Accept('}'))
        {
            const std::string key = ParseString();
            if (!keys.insert(key).second)
            {
                Fail("key " + Quote(key) + " twice");
            }
            Expect(':');
            ParseValue(key, header);
            if (!Accept(','))
            {
                Expect('}');
                break;
            }
        }
        if (keys.size() != 3)
        {
            Fail("a missing key");
        }
        SkipSpace();
        if (m_position != m_text.size())
        {
            Fail("text behind the dictionary");
        }
        return header;
    }

  private:
    void ParseValue(const std::string& key, NpyHeader& header)
    {
        if (key == "descr")
        {
            ParseType(header);
        }
        else if (key == "fortran_order")
        {
            header.fortranOrder = ParseBool();
        }
        else if (key == "shape")
        {
            header.shape = ParseShape();
        }
        else
        {
            Fail("key " + Quote(key));
        }
    }

    void ParseType(NpyHeader& header)
    {
        SkipSpace();
        const bool isText = Peek() == '\'' || Peek() == '"';
        const std::string text = isText ? ParseString() : "[...]";
        const auto type = text.empty() ? std::nullopt : FindType(text.substr(1));
        const bool ordered = text[0] == '<' || text[0] == '>' || text[0] == '=';
        if (!type || !(ordered || (text[0] == '|' && GetSize(*type) == 1)))
        {
            throw InputError("element type " + Quote(text) +
                             ", expected a real number or an integer such as '<f4' or '|u1'");
        }
        header.type = *type;
        header.bigEndian = text[0] == '>';
    }

    bool ParseBool()
    {
        SkipSpace();
        for (const std::string word : {"True", "False"})
        {
            if (m_text.compare(m_position, word.size(), word) == 0)
            {
                m_position += word.size();
                return word == "True";
            }
        }
        Fail("no True or False");
    }

    NpzShape ParseShape()
    {
        NpzShape shape;
        Expect('(');
        while (!Accept(')'))
        {
            shape.push_back(ParseNumber());
            if (shape.size() > greatestRank)
            {
                Fail("more than 32 dimensions");
            }
            Accept('L'); // Python 2 wrote long integers so
            if (!Accept(','))
            {
                Expect(')');
                break;
            }
        }
        return shape;
    }

    std::size_t ParseNumber()
    {
        SkipSpace();
        if (Peek() < '0' || Peek() > '9')
        {
            Fail("no whole number in the shape");
        }
        std::size_t value = 0;
        while (Peek() >= '0' && Peek() <= '9')
        {
            const auto digit = static_cast<std::size_t>(Peek() - '0');
            if (value > (std::numeric_limits<std::size_t>::max() - digit) / 10)
            {
                Fail("a dimension that is too large");
            }
            value = value * 10 + digit;
            ++m_position;
        }
        return value;
    }

    std::string ParseString()
    {
        SkipSpace();
        const char quote = Peek();
        const std::size_t end = m_text.find(quote, m_position + 1);
        if ((quote != '\'' && quote != '"') || end == std::string::npos)
        {
            Fail("no string");
        }
        std::string text = m_text.substr(m_position + 1, end - m_position - 1);
        m_position = end + 1;
        return text;
    }

    void SkipSpace()
    {
        while (Peek() == ' ' || Peek() == '\n')
        {
            ++m_position;
        }
    }

    /// The next character; 0 at the end.
    char Peek() const
    {
        return m_position < m_text.size() ? m_text[m_position] : '\0';
    }

    bool Accept(char c)
    {
        SkipSpace();
        const bool found = Peek() == c;
        m_position += found ? 1 : 0;
        return found;
    }

    void Expect(char c)
    {
        if (!Accept(c))
        {
            Fail(std::string("no '") + c + "'");
        }
    }

    [[noreturn]] void Fail(const std::string& found) const
    {
        throw InputError("header has " + found + " at character " + std::to_string(m_position) +
                         ", expected {'descr': ..., 'fortran_order': ..., 'shape': ...}");
    }

    const std::string& m_text;
    std::size_t m_position = 0;
};

std::size_t
CountBytes(const NpyHeader& header)
{
    std::size_t bytes = GetSize(header.type);
    for (const std::size_t extent : header.shape)
    {
        if (__builtin_mul_overflow(bytes, extent, &bytes))
        {
            throw InputError("shape " + ToString(header.shape) + " is larger than any memory");
        }
    }
    return bytes;
}

} // namespace

std::size_t
GetNpyHeaderBytes(const std::string& preamble)
{
    if (preamble.size() < npyPreambleBytes || preamble.compare(0, magic.size(), magic) != 0)
    {
        throw InputError("no .npy header, expected a numpy array");
    }
    const unsigned version = GetByte(preamble, 6);
    if (version < 1 || version > 3)
    {
        throw InputError(".npy version " + std::to_string(version) + ", expected 1, 2 or 3");
    }
    const std::size_t start = GetDictionaryStart(preamble);
    std::size_t length = 0;
    for (std::size_t i = start; i > 8; --i)
    {
        length = length * 256 + GetByte(preamble, i - 1);
    }
    if (length < 2 || length > greatestHeader)
    {
        throw InputError(".npy header of " + std::to_string(length) + " bytes, expected 2 to " +
                         std::to_string(greatestHeader));
    }
    return start + length;
}

NpyHeader
ParseNpyHeader(const std::string& bytes)
{
    const std::string dictionary = bytes.substr(GetDictionaryStart(bytes));
    NpyHeader header = DictionaryParser(dictionary).Parse();
    header.dataBytes = CountBytes(header);
    return header;
}

std::string
FormatNpyHeader(NpzType type, const NpzShape& shape)
{
    const std::string order = GetSize(type) == 1 ? "|" : "<";
    std::string dictionary = "{'descr': '" + order + ToString(type) +
                             "', 'fortran_order': False, 'shape': " + ToString(shape) + ", }";
    constexpr std::size_t start = 10;
    constexpr std::size_t alignment = 64;
    const std::size_t used = start + dictionary.size() + 1;
    dictionary += std::string((alignment - used % alignment) % alignment, ' ') + "\n";
    const auto length = static_cast<unsigned>(dictionary.size());
    return magic + '\x01' + '\0' + static_cast<char>(length % 256) +
           static_cast<char>(length / 256) + dictionary;
}

} // namespace nn
