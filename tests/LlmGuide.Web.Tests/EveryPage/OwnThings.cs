using LlmGuide.Core.Accounts.Tokens;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Learning;
using LlmGuide.Core.Learning.Groups;
using LlmGuide.Core.Learning.Marks;
using LlmGuide.Core.Learning.Notes;
using LlmGuide.Core.Members;
using LlmGuide.Web.Tests.Accounts;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.EveryPage;

/// <summary>What a member keeps for themselves, with a marker in all of it.</summary>
internal static class OwnThings
{
    /// <summary>Nobody else may be sent it.</summary>
    public const string Marker = "zq9kept";

    private static readonly (AnnotatedKind Kind, string Slug)[] All =
    [
        (AnnotatedKind.Topic, "transformer"), (AnnotatedKind.Resource, "attention-is-all-you-need"),
        (AnnotatedKind.Task, "translation"), (AnnotatedKind.Benchmark, "squad-1-1"),
    ];

    /// <returns>The addresses of what was said in private.</returns>
    public static async Task<IReadOnlyList<string>> KeepAsync(GuideHost host, Actor member)
    {
        foreach (var (kind, slug) in All)
        {
            Assert.Null((await host.Services.GetRequiredService<SaveNote>().RunAsync(
                member, kind, slug, $"A **{Marker}** of {slug}.", seen: null, GuideHost.Cancelled)).Refusal);
            Assert.Null((await host.Services.GetRequiredService<SetBookmark>().RunAsync(
                member, kind, slug, wanted: true, GuideHost.Cancelled)).Refusal);
        }

        Assert.Null((await host.Services.GetRequiredService<MarkResource>().RunAsync(
            member, "attention-is-all-you-need", ReadingState.Read, GuideHost.Cancelled)).Refusal);
        await host.TokenAsync(member.Name, TokenScopes.Read, Marker);
        return await TalkAsync(host, member);
    }

    /// <summary>A group, in which something is asked, answered and changed, and somebody else is mentioned.</summary>
    private static async Task<IReadOnlyList<string>> TalkAsync(GuideHost host, Actor member)
    {
        var draft = new GroupDraft
        {
            Name = "Own readers",
            StartOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            TimeZone = "UTC",
        };
        var slug = (await host.Services.GetRequiredService<OpenGroup>().RunAsync(member, draft, GuideHost.Cancelled)).Value!;

        // Its address, which whoever asks for it is told again, has the name that it was opened with.
        Assert.Null((await host.Services.GetRequiredService<EditGroup>().RunAsync(
            member, slug, draft with { Name = $"{draft.Name} {Marker}" }, GuideHost.Cancelled)).Refusal);
        var conversation = (await host.Services.GetRequiredService<GroupPageQuery>().RunAsync(
            slug, member.Id, null, GuideHost.Cancelled))!.Own!.ConversationId;
        var asked = await SayAsync(host, member, ReplyTarget.In(conversation), question: true);
        var answered = await SayAsync(host, member, ReplyTarget.Below(asked), question: false);
        Assert.Null((await host.Services.GetRequiredService<EditComment>().RunAsync(
            member, asked, $"What is **kept**, @admin? Changed: {Marker}", GuideHost.Cancelled)).Refusal);
        Assert.Null((await host.Services.GetRequiredService<MarkAnswer>().RunAsync(
            member, answered, answers: true, GuideHost.Cancelled)).Refusal);
        return
        [
            $"/groups/{slug}", $"/conversations/{conversation}", $"/conversations/{conversation}/people", $"/write/{conversation}",
            $"/conversations/{conversation}/lock",
            .. ((int[])[asked, answered]).SelectMany(comment => (string[])
            [
                $"/c/{comment}", $"/c/{comment}/reply", $"/c/{comment}/edit", $"/c/{comment}/history", $"/c/{comment}/flag",
                $"/c/{comment}/remove", $"/moderate/{comment}", $"/suggest?comment={comment}",
            ]),
        ];
    }

    private static async Task<int> SayAsync(GuideHost host, Actor member, ReplyTarget to, bool question)
    {
        var said = await host.Services.GetRequiredService<PostComment>().RunAsync(
            member, to, new CommentDraft { Text = $"What is kept, @admin? {Marker}", Key = Guid.NewGuid(), IsQuestion = question },
            GuideHost.Cancelled);
        Assert.Null(said.Refusal?.Why);
        return said.Value;
    }
}
