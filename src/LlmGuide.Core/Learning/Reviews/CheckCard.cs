using LlmGuide.Core.Catalogue.Topics.Checks;

namespace LlmGuide.Core.Learning.Reviews;

/// <summary>
/// What a member knows of one check, and when it comes back. It hangs on the topic and the check's slug, so an edit of the check leaves it
/// alone; one whose check was removed is not asked for, and is there again when the check is.
/// </summary>
public sealed class CheckCard
{
    private CheckCard()
    {
    }

    internal CheckCard(int memberId, int topicId, string check) => (MemberId, TopicId, Check) = (memberId, topicId, check);

    public int MemberId { get; private set; }

    public int TopicId { get; private set; }

    /// <summary>See <see cref="SelfCheck.Slug"/>.</summary>
    public string Check { get; private set; } = "";

    /// <summary>See <see cref="LeitnerBoxes"/>; from 1.</summary>
    public int Box { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When it was last answered.</summary>
    public DateTimeOffset AnsweredAt { get; private set; }

    /// <summary>Whether the very first answer was right, without the hint.</summary>
    public bool RightAtFirst { get; private set; }

    /// <param name="helped">Whether the hint was read before.</param>
    internal void Answer(Verdict verdict, bool helped, DateTimeOffset now)
    {
        var place = LeitnerBoxes.After(Box == 0 ? null : new BoxPlace(Box, DueAt), verdict, helped, now);
        RightAtFirst = Box == 0 ? verdict == Verdict.Right && !helped : RightAtFirst;
        (Box, DueAt, AnsweredAt) = (place.Box, place.DueAt, now);
    }
}
