// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_WORKERS_H
#define NN_WORKERS_H

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace nn
{

/// Threads that share out small pieces of work many times a second. One caller at a time.
class Workers
{
  public:
    /// \param count threads, the calling one among them; at least 1
    explicit Workers(std::size_t count);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    std::size_t GetCount() const;

    /// Calls function(i) for each i < count; no two calls may write to the same place. Returns when
    /// all are done; the first exception passes through.
    void ForEach(std::size_t count, const std::function<void(std::size_t)>& function);

    /// Calls function(begin, end) for as many equal parts of 0 .. count as there are threads.
    void ForParts(std::size_t count,
                  const std::function<void(std::size_t begin, std::size_t end)>& function);

  private:
    void Serve();
    void Work();
    /// \return false: it is time to end
    bool Await(std::uint64_t round);

    std::vector<std::thread> m_threads;
    std::mutex m_mutex;
    std::condition_variable m_begun;
    std::atomic<std::uint64_t> m_round{0}; //!< a new one for each call, and one to end
    bool m_ended = false;

    const std::function<void(std::size_t)>* m_function = nullptr;
    std::size_t m_count = 0;
    std::atomic<std::size_t> m_next{0};
    std::atomic<std::size_t> m_busy{0}; //!< threads that have not yet finished the round
    std::exception_ptr m_error;
};

} // namespace nn

#endif // NN_WORKERS_H
