using LlmGuide.Core.Learning;
using LlmGuide.Web.Learning;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Assistants;

/// <summary>Where somebody is on the path, and what comes next.</summary>
/// <param name="Personal">Whether it is a member's own progress; otherwise it begins at the start.</param>
/// <param name="EssentialsDone">How many of the works to read are done.</param>
/// <param name="Next">The next work to read; <c>null</c> when none is left.</param>
/// <param name="ReadyTopics">Topics that could come next, since what they need is done.</param>
internal sealed record NextReads(
    bool Personal, int EssentialsDone, int Essentials, int Percent, NextWork? Next, IReadOnlyList<NextTopic> ReadyTopics)
{
    private const int MostTopics = 10;

    /// <param name="whole">Makes a whole address of one of this site.</param>
    public static NextReads Of(OwnProgress? own, Course course, Func<string, string> whole)
    {
        var progress = own?.Progress ?? Progress.Of(course, OwnMarks.None);
        return new NextReads(
            own is not null, progress.Done, progress.Essentials, progress.Percent,
            progress is { Next.Topic: var topic, NextWork: { } work }
                ? new NextWork(
                    work.Slug, work.Title, work.AuthorNames, work.Year, work.Minutes, work.Url, whole(Links.Resource(work.Slug)),
                    new NextTopic(topic.Slug, topic.Title, whole(Links.Topic(topic.Slug))))
                : null,
            [.. progress.Ready.Take(MostTopics).Select(ready => ready.Topic.Topic)
                .Select(t => new NextTopic(t.Slug, t.Title, whole(Links.Topic(t.Slug))))]);
    }
}

/// <param name="ReadAt">Where the work itself is read.</param>
/// <param name="Url">Its page in the guide.</param>
/// <param name="Topic">The topic that it stands in.</param>
internal sealed record NextWork(
    string Slug, string Title, string Authors, int? Year, int Minutes, string ReadAt, string Url, NextTopic Topic);

internal sealed record NextTopic(string Slug, string Title, string Url);
