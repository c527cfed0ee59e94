// SPDX-License-Identifier: GPL-2.0-only
#include "nn/workers.h"

#include <algorithm>
#include <utility>

namespace nn
{

namespace
{

/// How often a thread looks for new work before it sleeps: waking up takes longer than most pieces.
constexpr int patience = 1000;

} // namespace

Workers::Workers(std::size_t count)
{
    for (std::size_t i = 1; i < count; ++i)
    {
        m_threads.emplace_back([this]() { Serve(); });
    }
}

Workers::~Workers()
{
    {
        const std::lock_guard<std::mutex> lock(m_mutex);
        m_ended = true;
        ++m_round;
    }
    m_begun.notify_all();
    for (std::thread& thread : m_threads)
    {
        thread.join();
    }
}

std::size_t
Workers::GetCount() const
{
    return m_threads.size() + 1;
}

void
Workers::ForEach(std::size_t count, const std::function<void(std::size_t)>& function)
{
    if (m_threads.empty() || count < 2)
    {
        for (std::size_t i = 0; i < count; ++i)
        {
            function(i);
        }
        return;
    }
    {
        const std::lock_guard<std::mutex> lock(m_mutex);
        m_function = &function;
        m_count = count;
        m_next = 0;
        m_busy = m_threads.size();
        ++m_round;
    }
    m_begun.notify_all();
    Work();
    while (m_busy > 0)
    {
        std::this_thread::yield();
    }
    if (m_error)
    {
        std::rethrow_exception(std::exchange(m_error, nullptr));
    }
}

void
Workers::ForParts(std::size_t count,
                  const std::function<void(std::size_t begin, std::size_t end)>& function)
{
    const std::size_t parts = std::min(GetCount(), count);
    ForEach(parts, [&](std::size_t i) { function(count * i / parts, count * (i + 1) / parts); });
}

void
Workers::Serve()
{
    for (std::uint64_t round = 0; Await(round); ++round)
    {
        Work();
        --m_busy;
    }
}

bool
Workers::Await(std::uint64_t round)
{
    for (int i = 0; i < patience && m_round == round; ++i)
    {
        std::this_thread::yield();
    }
    std::unique_lock<std::mutex> lock(m_mutex);
    m_begun.wait(lock, [&]() { return m_round != round; });
    return !m_ended;
}

void
Workers::Work()
{
    try
    {
        for (std::size_t i = m_next++; i < m_count; i = m_next++)
        {
            (*m_function)(i);
        }
    }
    catch (...)
    {
        const std::lock_guard<std::mutex> lock(m_mutex);
        m_error = m_error ? m_error : std::current_exception();
        m_next = m_count;
    }
}

} // namespace nn
