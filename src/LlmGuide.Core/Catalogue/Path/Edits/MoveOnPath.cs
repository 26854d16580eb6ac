using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Path.Edits;

/// <summary>
/// Moves one topic or stage along the path. What somebody else has moved meanwhile stays moved: a move is made from how the path is
/// now, and once more when somebody was quicker.
/// </summary>
public sealed class MoveOnPath(Editing editing, DraftQuery drafts, PathSubject path, IDbContextFactory<GuideDb> databases)
{
    private const int Tries = 5;

    /// <param name="actor">A curator.</param>
    /// <param name="reason">Why, for everybody to read; when empty, the log says what was moved.</param>
    public async Task<Outcome<Edited>> RunAsync(Actor actor, PathMove move, string? reason, CancellationToken cancellationToken)
    {
        if (!actor.May(path.Act))
        {
            return Refusal.NotAllowed();
        }

        var words = string.IsNullOrWhiteSpace(reason) ? await WordsAsync(move, cancellationToken) : reason;
        for (var left = Tries; ; left--)
        {
            var now = await drafts.RunAsync(path, LearningPath.Key, cancellationToken);
            var moved = await editing.SaveAsync(path, actor, now!.To(move.Of(now.Draft), words, PathActions.Moved), cancellationToken);
            if (moved.Refusal is not EditConflict || left == 1)
            {
                return moved;
            }
        }
    }

    private async Task<string> WordsAsync(PathMove move, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var title = move.IsStage
            ? await db.Stages.Where(s => s.Slug == move.Slug).Select(s => s.Title).FirstOrDefaultAsync(cancellationToken)
            : await db.Topics.Where(t => t.Slug == move.Slug).Select(t => t.Title).FirstOrDefaultAsync(cancellationToken);
        var words = $"Moved “{title ?? move.Slug}”.";
        return words.Length > ReasonText.MaxLength ? "" : words;
    }
}

/// <summary>One move; what is not there any more stays where it is.</summary>
/// <param name="IsStage">Whether it is a stage; stages move one place at a time.</param>
/// <param name="Before">The topic to put it before; at the end without one.</param>
public sealed record PathMove(string Slug, MoveTo To, bool IsStage = false, string? Stage = null, string? Before = null)
{
    internal PathDraft Of(PathDraft now) => (IsStage, To) switch
    {
        (true, MoveTo.Earlier) => now.StageEarlier(Slug),
        (true, MoveTo.Later) => now.StageLater(Slug),
        (false, MoveTo.Earlier) => now.Earlier(Slug),
        (false, MoveTo.Later) => now.Later(Slug),
        (false, MoveTo.Place) when Stage is not null => now.Put(Slug, Stage, Before),
        _ => now,
    };
}

public enum MoveTo
{
    /// <summary>One place towards the start.</summary>
    Earlier,

    /// <summary>One place towards the end.</summary>
    Later,

    /// <summary>To a place that is named.</summary>
    Place,
}
