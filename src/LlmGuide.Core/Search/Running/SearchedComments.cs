using System.Linq.Expressions;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Search.Index;
using LlmGuide.Core.Search.Language;

namespace LlmGuide.Core.Search.Running;

/// <summary>What was said, where anybody can read it.</summary>
internal sealed class SearchedComments(GuideDb db, ITextIndex index) : ISearched<Comment>
{
    /// <summary>No more are counted, or shown.</summary>
    public const int Most = 1_000;

    /// <summary>So many texts are looked at for a sign, the newest first.</summary>
    private const int Looked = 5_000;

    private static readonly Expression<Func<Comment, bool>> Everything = c => true;
    private static readonly Expression<Func<Comment, bool>> Nothing = c => false;

    /// <summary>All that begins so would have to be read first, among everything that was ever said.</summary>
    public bool TakesBeginnings => false;

    /// <summary>Whoever looks for a common word gets the newest: to count them all would take longer than to read them.</summary>
    public IQueryable<Comment> Newest(SearchPlan<Comment> plan)
    {
        var (topics, works, tasks) = (db.Topics, db.Resources, db.NlpTasks);

        // Of works there are the most: mostly the first look is the only one.
        var found = db.Comments.Where(c => c.State == CommentState.Standing && (works.Any(r => r.ConversationId == c.ConversationId)
            || topics.Any(t => t.ConversationId == c.ConversationId) || tasks.Any(t => t.ConversationId == c.ConversationId)));
        if (plan.Main is { } main)
        {
            var keys = index.Comments(db, main, plan.Rest is null ? Most : plan.HasSign ? Looked : null);
            found = found.Where(c => keys.Select(k => k.Id).Contains(c.Id));
        }

        return (plan.Rest is { } rest ? found.Where(rest) : found).OrderByDescending(c => c.Id).Take(Most);
    }

    public Expression<Func<Comment, bool>> Matching(TextPattern pattern)
    {
        var found = index.Comments(db, pattern, null);
        return c => found.Select(f => f.Id).Contains(c.Id);
    }

    public Expression<Func<Comment, bool>> Saying(string sign) => c => c.Body.Markdown.ToLower().Contains(sign);

    public Expression<Func<Comment, bool>> Filtered(SearchFilter filter) => filter.Field switch
    {
        SearchField.Type => Names.Is(filter.Value, SearchType.Comment) ? Everything : Nothing,
        SearchField.Topic => InTopic(filter.Value.Trim().ToLowerInvariant().Replace(' ', '-')),
        SearchField.Year when SearchFields.Years(filter.Value) is { } years => Between(years.From, years.To),
        SearchField.By => By(filter.Value.ToUpperInvariant()),
        _ => Nothing,
    };

    public Expression<Func<Comment, bool>> Work(string slug) => Nothing;

    private Expression<Func<Comment, bool>> InTopic(string slug)
    {
        var conversations = db.Conversations;
        return c => conversations.Any(s => s.Id == c.ConversationId && s.Type == SubjectType.Topic && s.Slug == slug);
    }

    private static Expression<Func<Comment, bool>> Between(int from, int to)
    {
        var first = new DateTimeOffset(Math.Clamp(from, 1, 9998), 1, 1, 0, 0, 0, TimeSpan.Zero);
        var end = new DateTimeOffset(Math.Clamp(to, 1, 9998) + 1, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return c => c.CreatedAt >= first && c.CreatedAt < end;
    }

    private Expression<Func<Comment, bool>> By(string name)
    {
        var members = db.Members;
        return c => members.Any(m => m.Id == c.AuthorId && m.NormalizedUserName == name);
    }
}
