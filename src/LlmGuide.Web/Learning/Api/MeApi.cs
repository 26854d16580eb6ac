using LlmGuide.Core;
using LlmGuide.Core.Accounts.Tokens;
using LlmGuide.Core.Learning;
using LlmGuide.Core.Learning.Marks;
using LlmGuide.Core.Learning.Notes;
using LlmGuide.Web.Accounts.Tokens;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Limits;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Api;

namespace LlmGuide.Web.Learning.Api;

/// <summary>What programs of a member may ask about them and do for them, with a token of theirs.</summary>
internal static class MeApi
{
    public static void MapMeApi(this IEndpointRouteBuilder site)
    {
        var api = site.MapApi("Me");
        api.MapMethods("/me", HttpVerbs.Read, AnswerAsync)
            .WithSummary("The member whose token it is, and how far they are").Produces<MeResponse>().ForTokens(TokenScopes.Read);
        api.MapMethods("/me/progress", HttpVerbs.Read, ProgressAsync)
            .WithSummary("The works that the member has marked").Produces<Batch<ProgressEntry>>().ForTokens(TokenScopes.Read);
        api.MapPut("/me/progress/{resource}", MarkAsync).WithSummary("Says how far the member is with a work").Produces<ProgressEntry>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ForTokens(TokenScopes.Learn).Limited(Limit.Mark);
        api.MapMethods("/me/notes", HttpVerbs.Read, NotesAsync)
            .WithSummary("The member’s own notes").Produces<Batch<NoteResponse>>().ForTokens(TokenScopes.Read);
        api.MapMethods("/me/bookmarks", HttpVerbs.Read, BookmarksAsync)
            .WithSummary("What the member has bookmarked").Produces<Batch<BookmarkResponse>>().ForTokens(TokenScopes.Read);
    }

    private static async Task<IResult> AnswerAsync(ReaderProgress readers, HttpContext http)
    {
        var progress = (await readers.OfAsync(http))!.Progress;
        return Results.Ok(new MeResponse(
            http.Actor()!.Name, http.User.ScopesOfToken().ToNames(),
            new ProgressSum(progress.Done, progress.Essentials, progress.Percent, progress.TopicsDone, progress.Topics.Count),
            progress.NextWork?.Slug));
    }

    private static Task<IResult> ProgressAsync([AsParameters] BatchRequest batch, ReadingListQuery marks, HttpContext http) =>
        batch.AnswerAsync(async (after, limit) => (await marks.BatchAsync(http.Actor()!.Id, after, limit, http.RequestAborted))
            .Select(mark => new ProgressEntry(mark.Resource, mark.State.ToSlug(), mark.Since)));

    private static async Task<IResult> MarkAsync(string resource, WantedState wanted, MarkResource mark, HttpContext http)
    {
        if (Names.Parse<ReadingState>(wanted.State) is not { } state)
        {
            return Results.Problem(
                $"state must be one of {string.Join(", ", Names.All<ReadingState>())}.", statusCode: StatusCodes.Status400BadRequest);
        }

        return (await mark.RunAsync(http.Actor()!, resource, state, http.RequestAborted)).TryGet(out var entry, out var refusal)
            ? Results.Ok(new ProgressEntry(entry.Resource, entry.State.ToSlug(), entry.Since))
            : refusal.ToProblem();
    }

    private static Task<IResult> NotesAsync(
        [AsParameters] BatchRequest batch, OwnNotesQuery notes, SiteAddress address, HttpContext http) =>
        batch.AnswerAsync(async (after, limit) => (await notes.BatchAsync(http.Actor()!.Id, after, limit, http.RequestAborted))
            .Select(note => new NoteResponse(
                note.Kind.ToSlug(), note.Slug, note.Title, UrlOf(note, address, http), note.Markdown, note.Html, note.NotedAt!.Value)));

    private static Task<IResult> BookmarksAsync(
        [AsParameters] BatchRequest batch, OwnBookmarksQuery bookmarks, SiteAddress address, HttpContext http) =>
        batch.AnswerAsync(async (after, limit) => (await bookmarks.BatchAsync(http.Actor()!.Id, after, limit, http.RequestAborted))
            .Select(bookmark => new BookmarkResponse(
                bookmark.Kind.ToSlug(), bookmark.Slug, bookmark.Title, UrlOf(bookmark, address, http), bookmark.BookmarkedAt!.Value)));

    private static string? UrlOf(KeptThing thing, SiteAddress address, HttpContext http) =>
        thing.Removed ? null : address.Of(http.Request, Links.Annotated(thing.Kind, thing.Slug));
}
