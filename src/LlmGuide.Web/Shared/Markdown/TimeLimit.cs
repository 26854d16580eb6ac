using LlmGuide.Core;

namespace LlmGuide.Web.Shared.Markdown;

/// <summary>
/// Gives up waiting after ten seconds: far more than any sound text takes, even on a machine that is busy with something else. Markdig and AngleSharp take no cancellation token, so the work itself goes on to
/// its end in the background. <see cref="TextLimits"/> keep that end near, and the slots keep such leftovers from taking
/// every processor, since a slot is free again only when its work has ended.
/// </summary>
internal static class TimeLimit
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly SemaphoreSlim Slots = new(2 * Environment.ProcessorCount);

    /// <exception cref="MarkdownException">No result in time. What the work itself throws comes through.</exception>
    public static T Run<T>(Func<T> work) => Run(work, Patience, Slots);

    internal static T Run<T>(Func<T> work, TimeSpan patience, SemaphoreSlim slots)
    {
        if (!slots.Wait(patience))
        {
            throw new MarkdownException("Many texts are being prepared at the moment. Try again in a few seconds.");
        }

        return OwnThread.TryRun(InSlot, patience, out var result)
            ? result
            : throw new MarkdownException("The text takes too long to prepare: make it shorter or simpler.");

        T InSlot()
        {
            try
            {
                return work();
            }
            finally
            {
                slots.Release();
            }
        }
    }
}
