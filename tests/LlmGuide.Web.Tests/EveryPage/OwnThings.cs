using LlmGuide.Core.Accounts.Tokens;
using LlmGuide.Core.Learning;
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

    public static async Task KeepAsync(GuideHost host, Actor member)
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
    }
}
