using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace LlmGuide.Web.Shared.Markdown;

/// <summary>
/// Runs work that recurses as deeply as the text it is given, on a stack of known size: a pool thread's differs from
/// system to system, and one that overflows ends the process.
/// </summary>
internal static class OwnThread
{
    /// <summary>Sixteen times what the deepest formula within the limits was measured to need.</summary>
    private const int StackSize = 16 * 1024 * 1024;

    /// <returns>False when the patience ended first. The work then goes on: .NET cannot end a thread.</returns>
    public static bool TryRun<T>(Func<T> work, TimeSpan patience, [MaybeNullWhen(false)] out T result)
    {
        T? outcome = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(Work, StackSize) { IsBackground = true, Name = "Markdown" };
        thread.Start();
        var inTime = thread.Join(patience);
        failure?.Throw();
        result = inTime ? outcome : default;
        return inTime;

        void Work()
        {
            try
            {
                outcome = work();
            }
#pragma warning disable CA1031 // Whatever it is, it belongs to the one who waits; unhandled here it would end the process.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }
}
