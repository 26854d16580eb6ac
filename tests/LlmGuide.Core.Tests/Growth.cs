using System.Runtime.InteropServices;

namespace LlmGuide.Core.Tests;

/// <summary>
/// How much more work a text of four times the length is: about 4 where it goes with the length, 16 where it goes with the square. The
/// processor's time of this thread and what it allocates are compared with themselves, so that a busy machine changes nothing.
/// </summary>
internal static partial class Growth
{
    /// <summary>Half-way between the two, as such things are measured.</summary>
    private const double MostOfFour = 8;

    /// <summary>Less than this cannot be told from what the runtime does meanwhile.</summary>
    private const long LeastNanoseconds = 3_000_000;

    /// <summary>
    /// Collecting garbage counts as work of the thread that asked for memory, so one measurement may be unlucky; a square never is lucky.
    /// </summary>
    private const int Tries = 5;

    /// <param name="text">The text, given how often its pattern is repeated.</param>
    /// <param name="times">How often, for the shorter one.</param>
    /// <param name="work">What reads it.</param>
    /// <param name="mostAllocated">Bytes for each character of the longer one.</param>
    public static void IsLinear(Func<int, string> text, int times, Action<string> work, int mostAllocated)
    {
        var (once, four) = (text(times), text(4 * times));
        work(once);
        work(four);
        var (less, more) = (Best(once, work), Best(four, work));
        for (var tries = 1; tries < Tries && !IsLinear(less, more); tries++)
        {
            (less, more) = (Best(once, work), Best(four, work));
        }

        Assert.True(
            IsLinear(less, more),
            $"{four.Length} characters took {more.Nanoseconds / 1e6:N1} ms, {once.Length} took {less.Nanoseconds / 1e6:N1} ms.");
        Assert.True(
            more.Bytes <= ((long)mostAllocated * four.Length) + 4_000_000, $"{four.Length} characters took {more.Bytes / 1e6:N1} MB.");
    }

    /// <summary>What it takes of the processor and of memory, on this thread.</summary>
    public static (long Nanoseconds, long Bytes) Run(Action work)
    {
        var (time, bytes) = (Nanoseconds(), GC.GetAllocatedBytesForCurrentThread());
        work();
        return (Nanoseconds() - time, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private static bool IsLinear((long Nanoseconds, long Bytes) less, (long Nanoseconds, long Bytes) more) =>
        more.Nanoseconds < Math.Max(less.Nanoseconds, LeastNanoseconds) * MostOfFour;

    private static (long Nanoseconds, long Bytes) Best(string text, Action<string> work)
    {
        var runs = Enumerable.Range(0, 3).Select(_ => Run(() => work(text))).ToList();
        return (runs.Min(run => run.Nanoseconds), runs.Min(run => run.Bytes));
    }

    private static long Nanoseconds()
    {
        const int ThreadCpu = 3;
        Assert.Equal(0, ClockTime(ThreadCpu, out var time));
        return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    // https://man7.org/linux/man-pages/man3/clock_gettime.3.html; .NET tells the time of the process alone.
    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Time(nint Seconds, nint Nanoseconds);
}
