using System.Linq.Expressions;

using LlmGuide.Core.Data;

namespace LlmGuide.Core.Revisions.History;

/// <summary>A revision as readers see it.</summary>
/// <param name="EntryId">The number of its row in the log; its page is at that number.</param>
/// <param name="Number">Counted from 1 within the subject.</param>
/// <param name="By">Who, as they were called at the time.</param>
/// <param name="Member">How they are called now; <c>null</c> for who is no member.</param>
/// <param name="Reason">Why, or nothing.</param>
/// <param name="Before">The draft before it, as JSON; <c>null</c> for what came into being.</param>
/// <param name="After">The draft after it, as JSON.</param>
public sealed record RevisionLine(
    int EntryId, LogKind Kind, int SubjectId, int Number, DateTimeOffset At, string By,
    string? Member, string Act, string Reason, string? Before, string? After)
{
    public IReadOnlyList<FieldDiff> Fields => DraftDiff.Between(Before, After);

    internal static Expression<Func<Revision, RevisionLine>> Of(GuideDb db)
    {
        var members = db.Members;
        return r => new RevisionLine(
            r.EntryId, r.Kind, r.SubjectId, r.Number, r.Entry.At, r.Entry.ActorName,
            members.Where(m => m.Id == r.Entry.ActorId).Select(m => m.UserName).FirstOrDefault(),
            r.Entry.Act, r.Entry.Reason, r.Before, r.After);
    }
}
