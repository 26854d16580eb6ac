using System.Collections.Concurrent;

using Microsoft.Extensions.Logging;

namespace LlmGuide.Web.Tests.Shell;

/// <summary>What a site logs.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Words, Exception? Stack)> _lines = new();

    public IReadOnlyCollection<(string Words, Exception? Stack)> All => _lines;

    public ILogger CreateLogger(string categoryName) => new Logger(_lines);

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Logger(ConcurrentQueue<(string Words, Exception? Stack)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                lines.Enqueue((formatter(state, exception), exception));
            }
        }
    }
}
