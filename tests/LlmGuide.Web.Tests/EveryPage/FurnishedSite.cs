using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Core.Leaderboards.Models;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Learning.Groups;
using LlmGuide.Core.Members;
using LlmGuide.Core.Releases;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Web.Interchange.Imports;
using LlmGuide.Web.Interchange.Imports.Requests;
using LlmGuide.Web.Tests.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LlmGuide.Web.Tests.EveryPage;

/// <summary>A seeded site on which there is one of everything that has a page, and somebody of every role.</summary>
public abstract class FurnishedSite(SiteDatabase database) : IAsyncLifetime
{
    private const string Resource = "attention-is-all-you-need";

    private GuideHost? _host;

    /// <summary>The site; asking for it skips the test where there is no server for it.</summary>
    internal GuideHost Host
    {
        get
        {
            if (_host is null)
            {
                TestServer.SkipWithoutServer();
            }

            return _host!;
        }
    }

    internal HeardLog Log { get; } = new();

    /// <summary>Who may look, with the cookie of their browser; nobody has none.</summary>
    internal IReadOnlyDictionary<string, string?> Visitors { get; private set; } = new Dictionary<string, string?>();

    /// <summary>What stands in the place of what varies in a route: by the route up to there.</summary>
    internal IReadOnlyDictionary<string, string> Places { get; private set; } = new Dictionary<string, string>();

    /// <summary>What was answered to each visitor by every page: asked once, for all tests.</summary>
    internal ConcurrentDictionary<string, Task<IReadOnlyList<(string Path, HttpStatusCode Status)>>> Answers { get; } =
        new(StringComparer.Ordinal);

    /// <summary>What one of the two databases tries, the other does not.</summary>
    internal SiteDatabase Database => database;

    /// <summary>Where a member sees what was said in private.</summary>
    internal IReadOnlyList<string> PrivateAddresses { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        if (database == SiteDatabase.PostgreSql && !TestServer.IsThere)
        {
            return;
        }

        _host = await GuideHost.StartAsync(
            database, services => services.AddSingleton<ILoggerProvider>(Log), "--RateLimits:Enabled=false", "--Discussion:GraceMinutes=0");
        Visitors = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["nobody"] = null,
            ["member"] = await _host.SignInAsync("member"),
            ["curator"] = await _host.SignInAsync("curator", Role.Curator),
            ["moderator"] = await _host.SignInAsync("moderator", Role.Moderator),
            ["admin"] = await _host.SignInAsync("admin", Role.Curator | Role.Moderator | Role.Admin),
        };
        Places = await FurnishAsync(_host);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _host?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private async Task<Dictionary<string, string>> FurnishAsync(GuideHost host)
    {
        await host.SignInAsync("reader");
        var member = await ActorAsync(host, "member");
        PrivateAddresses = await OwnThings.KeepAsync(host, member);
        var conversation = await host.AskAsync(
            db => db.Topics.Where(t => t.Slug == "transformer").Select(t => t.ConversationId).SingleAsync(GuideHost.Cancelled));
        var comment = await SayAsync(host, member, ReplyTarget.In(conversation), "What is a **head**?");
        await SayAsync(host, await ActorAsync(host, "curator"), ReplyTarget.Below(comment), "One of several.");
        Done(await Get<EditComment>(host).RunAsync(member, comment, "What is a *head*?", GuideHost.Cancelled));
        Done(await Get<FlagComment>(host)
            .RunAsync(await ActorAsync(host, "reader"), comment, FlagReason.OffTopic, null, GuideHost.Cancelled));
        var suggestion = Done(await Get<SubmitSuggestion>(host).RunAsync(
            member, new SuggestionDraft
            {
                Kind = SuggestionKind.Correction,
                Resource = Resource,
                Field = "venue",
                Value = "Elsewhere",
                Why = "Why.",
            }, from: null, GuideHost.Cancelled)).Id;
        var release = Done(await Get<PublishRelease>(host).RunAsync(Actor.Operator, "The **first**.", GuideHost.Cancelled));
        var entry = await EditAsync(host);
        var result = await host.AskAsync(
            db => db.Set<BenchmarkResult>().OrderBy(r => r.Id).Select(r => r.Id).FirstAsync(GuideHost.Cancelled));
        var key = await host.AskAsync(
            db => db.Members.Where(m => m.Id == member.Id).Select(m => m.UnsubscribeKey).SingleAsync(GuideHost.Cancelled));
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/topics/"] = "transformer",
            ["/topics/{Slug}/checks/"] = "three-layouts",
            ["/resources/"] = Resource,
            ["/stages/"] = "data",
            ["/tasks/"] = "translation",
            ["/benchmarks/"] = "squad-1-1",
            ["/models/"] = await ModelAsync(host),
            ["/curate/models/"] = await ModelAsync(host),
            ["/figures/"] = "kv-cache",
            ["/history/"] = "metric",
            ["/history/{Name}/"] = "bleu",
            ["/c/"] = Number(comment),
            ["/conversations/"] = Number(conversation),
            ["/write/"] = Number(conversation),
            ["/moderate/"] = Number(comment),
            ["/changes/"] = Number(entry),
            ["/releases/"] = Number(release),
            ["/suggestions/"] = Number(suggestion),
            ["/me/notes/"] = "topic",
            ["/me/notes/{Kind}/"] = "transformer",
            ["/me/bookmarks/"] = "topic",
            ["/me/bookmarks/{kind}/"] = "transformer",
            ["/me/suggestions/"] = Number(suggestion),
            ["/curate/suggestions/"] = Number(suggestion),
            ["/curate/topics/"] = "transformer",
            ["/curate/stages/"] = "data",
            ["/curate/resources/"] = Resource,
            ["/curate/links/"] = Resource,
            ["/curate/tasks/"] = "translation",
            ["/curate/benchmarks/"] = "squad-1-1",
            ["/curate/metrics/"] = "bleu",
            ["/curate/results/"] = Number(result),
            ["/curate/bulk/results/"] = "squad-1-1",
            ["/curate/import/"] = await ImportAsync(host),
            ["/groups/"] = await GroupAsync(host, member),
            ["/u/"] = "member",
            ["/admin/members/"] = "member",
            ["/unsubscribe/"] = $"{key}",
            ["/openapi/"] = "v1",
        };
    }

    private static async Task<string> GroupAsync(GuideHost host, Actor owner) => Done(await Get<OpenGroup>(host).RunAsync(
        owner,
        new GroupDraft
        {
            Name = "Readers",
            StartOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            TimeZone = "UTC",
        },
        GuideHost.Cancelled));

    private static Task<string> ModelAsync(GuideHost host) =>
        host.AskAsync(db => db.Set<ScoredModel>().OrderBy(m => m.Id).Select(m => m.Slug).FirstAsync(GuideHost.Cancelled));

    private static async Task<int> SayAsync(GuideHost host, Actor author, ReplyTarget to, string text) =>
        Done(
            await Get<PostComment>(host).RunAsync(author, to, new CommentDraft { Text = text, Key = Guid.NewGuid() }, GuideHost.Cancelled));

    /// <returns>The row of the log that says what was changed.</returns>
    private static async Task<int> EditAsync(GuideHost host)
    {
        var from = (await Get<DraftQuery>(host).RunAsync(Get<ResourceSubject>(host), Resource, GuideHost.Cancelled))!;
        Done(await Get<Editing>(host).SaveAsync(
            Get<ResourceSubject>(host), Actor.Operator,
            from.To(from.Draft with { Venue = "NIPS 2017" }, "As it was called."), GuideHost.Cancelled));
        return await host.AskAsync(
            db => db.Set<Revision>().OrderByDescending(r => r.EntryId).Select(r => r.EntryId).FirstAsync(GuideHost.Cancelled));
    }

    private static async Task<string> ImportAsync(GuideHost host) => Done(await Get<ImportDesk>(host).BeginAsync(
        Actor.Operator, new ImportOrder(ImportKind.Boards, DryRun: true),
        await PackedFile.PackAsync(new MemoryStream("[]"u8.ToArray()), GuideHost.Cancelled), GuideHost.Cancelled));

    private static async Task<Actor> ActorAsync(GuideHost host, string name)
    {
        var member = await host.MemberAsync(name);
        return new Actor(member.Id, name, member.Roles);
    }

    private static T Get<T>(GuideHost host)
        where T : notnull => host.Services.GetRequiredService<T>();

    private static T Done<T>(Outcome<T> outcome)
    {
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

public sealed class SiteOnWaitingSqlite() : FurnishedSite(SiteDatabase.WaitingSqlite);

public sealed class SiteOnPostgreSql() : FurnishedSite(SiteDatabase.PostgreSql);
