using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

using LlmGuide.Core;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Limits;

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LlmGuide.Web.Discussion;

/// <summary>The acts of a conversation that need no page: buttons in a form lead here and come back to the comment.</summary>
internal static class DiscussionEndpoints
{
    /// <summary>A line that means nothing, so that a proxy does not take a quiet stream for a dead one.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    public static void MapDiscussion(this IEndpointRouteBuilder site)
    {
        site.MapMethods("/c/{id:int}", HttpVerbs.Read, PermalinkAsync).ExcludeFromDescription();
        var acts = site.MapGroup("/c/{id:int}").RequireAuthorization().ExcludeFromDescription()
            .WithMetadata(new RequireAntiforgeryTokenAttribute()).Limited(Limit.Form);
        acts.MapPost(
            "/vote/{ballot}", (int id, string ballot, HttpContext http, VoteOnComment vote) => Names.Parse<Ballot>(ballot) is { } cast
                ? ActAsync(http, id, actor => vote.RunAsync(actor, id, cast, http.RequestAborted))
                : Task.FromResult(Results.NotFound())).Limited(Limit.Vote);
        acts.MapPost("/delete", (int id, HttpContext http, DeleteComment delete) => ActAsync(
            http, id, actor => delete.RunAsync(actor, id, http.RequestAborted)));
        acts.MapPost("/undelete", (int id, HttpContext http, DeleteComment delete) => ActAsync(
            http, id, actor => delete.UndoAsync(actor, id, http.RequestAborted)));
        acts.MapPost("/answers", (int id, HttpContext http, MarkAnswer mark) => ActAsync(
            http, id, actor => mark.RunAsync(actor, id, answers: true, http.RequestAborted)));
        acts.MapPost("/answers-not", (int id, HttpContext http, MarkAnswer mark) => ActAsync(
            http, id, actor => mark.RunAsync(actor, id, answers: false, http.RequestAborted)));

        site.MapGet("/conversations/{id:int}", (int id) => new RazorComponentResult<ConversationSection>(new { Id = id }))
            .RequireAuthorization().ExcludeFromDescription().WithMetadata(new PersonalPageAttribute());
        site.MapGet("/conversations/{id:int}/people", (int id, ConversationPeopleQuery people, HttpContext http) =>
                people.RunAsync(id, http.Actor()!.Id, http.RequestAborted))
            .RequireAuthorization().ExcludeFromDescription().WithMetadata(new PersonalPageAttribute()).Limited(Limit.Form);
        site.MapGet("/conversations/{id:int}/live", ListenAsync)
            .RequireAuthorization().ExcludeFromDescription();
    }

    private static async Task<IResult> PermalinkAsync(int id, CommentQuery comments, HttpContext http) =>
        await comments.ForAsync(id, http.Actor()?.Id, http.RequestAborted) is { } comment
            ? Results.LocalRedirect(ConversationAddress.Of(comment))
            : Results.NotFound();

    private static async Task<IResult> ListenAsync(
        int id, LiveConversations live, NotificationsQuery notifications, ConversationSubjectQuery subjects, TimeProvider clock,
        HttpContext http)
    {
        var reader = http.Actor()!.Id;
        return await subjects.RunAsync(id, reader, http.RequestAborted) is not { } subject
            ? Results.NotFound()
            : Live.Events(http, ended => NewsAsync(
                id, live, () => notifications.UnreadAsync(reader, ended),
                async () => subject.Type != SubjectType.Group || await subjects.RunAsync(id, reader, ended) is not null, clock, ended));
    }

    private static async Task<IResult> ActAsync<T>(HttpContext http, int id, Func<Actor, Task<Outcome<T>>> act)
    {
        var outcome = await act(http.Actor()!);
        return outcome.Refusal switch
        {
            null => Results.LocalRedirect(Links.Comment(id)),
            { Cause: Cause.NotThere } => Results.NotFound(),
            { Cause: Cause.NotAllowed } => Results.StatusCode(StatusCodes.Status403Forbidden),
            { Why: var why } => Results.Text(why, statusCode: StatusCodes.Status409Conflict),
        };
    }

    /// <summary>
    /// Each piece of news has the number for the bell, which also counts what happens in other conversations. Whose access ends
    /// meanwhile hears nothing more.
    /// </summary>
    private static async IAsyncEnumerable<SseItem<string>> NewsAsync(
        int id, LiveConversations live, Func<Task<int>> unread, Func<Task<bool>> mayRead, TimeProvider clock,
        [EnumeratorCancellation] CancellationToken ended)
    {
        using var listener = live.Listen(id);
        yield return new SseItem<string>("", "open");
        while (!ended.IsCancellationRequested)
        {
            var changed = await ChangedAsync(listener.Changed, clock, ended);
            if (!await mayRead())
            {
                yield break;
            }

            yield return new SseItem<string>((await unread()).ToString(CultureInfo.InvariantCulture), changed ? "changed" : "quiet");
        }
    }

    private static async Task<bool> ChangedAsync(Signal changes, TimeProvider clock, CancellationToken ended)
    {
        using var patience = new CancellationTokenSource(Heartbeat, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ended);
        try
        {
            await changes.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!ended.IsCancellationRequested)
        {
            return false;
        }
    }
}
