using LlmGuide.Core.Accounts.Tokens;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Suggestions;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange;

/// <summary>Everything that the guide keeps about one member, for them to take away. Not paged: it is theirs, and whole.</summary>
public sealed class OwnDataQuery(IDbContextFactory<GuideDb> databases)
{
    /// <returns>The files by name, each an object or a list; <c>null</c> when the account is gone.</returns>
    public async Task<IReadOnlyDictionary<string, object>?> RunAsync(int memberId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var account = await db.Members.AsNoTracking().Where(m => m.Id == memberId).Select(m => new
        {
            Name = m.UserName,
            m.Email,
            m.EmailConfirmed,
            Roles = m.Roles.ToString(),
            m.JoinedAt,
            m.About,
            MailRhythm = m.MailRhythm.ToString(),
            m.TwoFactorEnabled,
            m.SuspendedUntil,
            m.SuspensionReason,
        }).SingleOrDefaultAsync(cancellationToken);
        if (account is null)
        {
            return null;
        }

        var conversations = db.Conversations.IgnoreQueryFilters(DiscussionTables.OfAll);
        var comments = db.Comments.IgnoreQueryFilters(DiscussionTables.OfAll);
        return new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["account.json"] = account,
            ["sessions.json"] = await db.Sessions.AsNoTracking().Where(s => s.MemberId == memberId).OrderBy(s => s.Id)
                .Select(s => new { s.Browser, s.CreatedAt, s.SeenAt, s.ExpiresAt }).ToListAsync(cancellationToken),
            ["tokens.json"] = (await db.AccessTokens.AsNoTracking().Where(t => t.MemberId == memberId).OrderBy(t => t.Id)
                .Select(t => new { t.Name, t.Scopes, t.CreatedAt, t.ExpiresAt, t.UsedAt }).ToListAsync(cancellationToken))
                .ConvertAll(t => new { t.Name, Scopes = t.Scopes.ToNames(), t.CreatedAt, t.ExpiresAt, t.UsedAt }),
            ["sign-ins.json"] = await db.Set<IdentityUserLogin<int>>().AsNoTracking()
                .Where(l => l.UserId == memberId).OrderBy(l => l.LoginProvider)
                .Select(l => new { Provider = l.LoginProvider, Key = l.ProviderKey }).ToListAsync(cancellationToken),
            ["passkeys.json"] = (await db.Set<IdentityUserPasskey<int>>().AsNoTracking()
                .Where(p => p.UserId == memberId).ToListAsync(cancellationToken))
                .ConvertAll(p => new { p.Data.Name, p.Data.CreatedAt }),
            ["comments.json"] = await comments.AsNoTracking().Where(c => c.AuthorId == memberId).OrderBy(c => c.Id)
                .Join(conversations, c => c.ConversationId, c => c.Id, (c, about) => new
                {
                    c.Id,
                    Subject = about.Title,
                    SubjectType = about.Type.ToString(),
                    about.Slug,
                    c.ParentId,
                    Kind = c.Kind.ToString(),
                    State = c.State.ToString(),
                    c.CreatedAt,
                    c.EditedAt,
                    c.Body.Markdown,
                }).ToListAsync(cancellationToken),
            ["revisions.json"] = await db.CommentRevisions.AsNoTracking()
                .Where(r => comments.Any(c => c.Id == r.CommentId && c.AuthorId == memberId)).OrderBy(r => r.Id)
                .Select(r => new { r.CommentId, r.Until, r.Body.Markdown }).ToListAsync(cancellationToken),
            ["votes.json"] = await db.Votes.AsNoTracking().Where(v => v.MemberId == memberId).OrderBy(v => v.CommentId)
                .Select(v => new { v.CommentId, v.Value }).ToListAsync(cancellationToken),
            ["flags.json"] = await db.Flags.AsNoTracking().Where(f => f.MemberId == memberId).OrderBy(f => f.CommentId)
                .Select(f => new { f.CommentId, Reason = f.Reason.ToString(), f.At }).ToListAsync(cancellationToken),
            ["suggestions.json"] = await SuggestionsAsync(db, memberId, cancellationToken),
            ["seconded.json"] = await db.SuggestionSeconds.AsNoTracking().Where(s => s.MemberId == memberId).OrderBy(s => s.SuggestionId)
                .Select(s => new { s.SuggestionId, s.At }).ToListAsync(cancellationToken),
            ["reading.json"] = await OwnReading.MarksAsync(db, memberId, cancellationToken),
            ["notes.json"] = await OwnReading.NotesAsync(db, memberId, cancellationToken),
            ["reading-changes.json"] = await OwnReading.ChangesAsync(db, memberId, cancellationToken),
            ["topics.json"] = await OwnReading.TopicsAsync(db, memberId, cancellationToken),
            ["checks.json"] = await OwnReading.CardsAsync(db, memberId, cancellationToken),
            ["groups.json"] = await OwnReading.GroupsAsync(db, memberId, cancellationToken),
            ["following.json"] = await db.Subscriptions.AsNoTracking().Where(s => s.MemberId == memberId).OrderBy(s => s.ConversationId)
                .Join(conversations, s => s.ConversationId, c => c.Id, (s, about) => new
                {
                    Subject = about.Title,
                    SubjectType = about.Type.ToString(),
                    about.Slug,
                    Level = s.Level.ToString(),
                    s.SeenUpTo,
                    s.SeenAt,
                })
                .ToListAsync(cancellationToken),
            ["notifications.json"] = await db.Notifications.AsNoTracking().Where(n => n.MemberId == memberId).OrderBy(n => n.Id)
                .Select(n => new { Reason = n.Reason.ToString(), n.Event, n.CommentId, n.Words, n.At, n.ReadAt })
                .ToListAsync(cancellationToken),
        };
    }

    private static async Task<object> SuggestionsAsync(GuideDb db, int memberId, CancellationToken cancellationToken) =>
        await db.Suggestions.AsNoTracking().Where(s => s.SuggestedById == memberId).OrderBy(s => s.Id).Select(s => new
        {
            s.Id,
            Kind = s.Kind.ToString(),
            State = s.State.ToString(),
            Subject = s.SubjectTitle,
            s.Field,
            s.Topic,
            s.Value,
            s.Why,
            s.SuggestedAt,
            s.CommentId,
            Decisions = s.Decisions.OrderBy(d => d.Id).Select(d => new { State = d.State.ToString(), d.At, d.Reason }).ToList(),
        }).ToListAsync(cancellationToken);
}
