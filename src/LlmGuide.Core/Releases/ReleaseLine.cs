using System.Linq.Expressions;

using LlmGuide.Core.Data;

namespace LlmGuide.Core.Releases;

/// <param name="Number">Counted from 1.</param>
/// <param name="By">By whom, as they were called at the time.</param>
/// <param name="Member">How they are called now; <c>null</c> for who is no member.</param>
/// <param name="NotesHtml">What is new; safe HTML.</param>
public sealed record ReleaseLine(int Number, DateTimeOffset At, string By, string? Member, string NotesHtml)
{
    internal static Expression<Func<Release, ReleaseLine>> Of(GuideDb db)
    {
        var members = db.Members;
        return r => new ReleaseLine(r.Number, r.Entry.At, r.Entry.ActorName, members.Where(m => m.Id == r.Entry.ActorId)
            .Select(m => m.UserName).FirstOrDefault(), r.Notes.Html);
    }
}
