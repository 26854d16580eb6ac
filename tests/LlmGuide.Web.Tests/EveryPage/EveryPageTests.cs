using System.Collections.Concurrent;
using System.Net;
using System.Xml.Linq;

using AngleSharp.Html.Parser;

using LlmGuide.Web.Tests.Accounts;

using Microsoft.AspNetCore.Components.Endpoints;

namespace LlmGuide.Web.Tests.EveryPage;

/// <summary>
/// Every page, feed and file of the site, whoever looks, twice: the second time some of it is kept. On databases whose calls really
/// wait, since what is rendered too early is seen there only.
/// </summary>
public abstract class EveryPageTests(FurnishedSite site)
{
    protected const int AtOnce = 4;

    /// <summary>Pages that are there when something else has happened: another site to sign in with, a first start.</summary>
    private static readonly string[] NotAlwaysThere = ["/account/external/start", "/setup"];

    [Theory]
    [InlineData("nobody")]
    [InlineData("member")]
    [InlineData("curator")]
    [InlineData("moderator")]
    [InlineData("admin")]
    public async Task No_page_breaks(string visitor)
    {
        var answers = await AnswersAsync(visitor);
        Assert.DoesNotContain(answers, answer => answer.Status >= HttpStatusCode.InternalServerError && answer.Path != "/error");
        Assert.True(answers.Count > 2 * 120, $"There are {answers.Count} answers.");
    }

    /// <summary>
    /// Not only one of each kind: what crawlers are told of, every topic, resource, task, benchmark and model, on one of the databases.
    /// The other, where nothing but the SQL can differ, is asked for forty of each, spread over all.
    /// </summary>
    [Fact]
    public async Task A_member_can_read_everything_that_there_is()
    {
        var map = XDocument.Parse(await site.Host.TextAsync("/sitemap.xml"));
        var paths = map.Descendants().Where(element => element.Name.LocalName == "loc")
            .Select(element => new Uri(element.Value).AbsolutePath).ToList();
        Assert.True(paths.Count > 250, $"There are {paths.Count} pages.");
        Assert.DoesNotContain(await AnswersAsync("member", Of(paths), times: 1), answer => answer.Status != HttpStatusCode.OK);
    }

    /// <summary>What answers 404 to its author and to somebody with every role would be no test of its page.</summary>
    [Fact]
    public async Task What_is_looked_at_is_there()
    {
        var missing = new HashSet<string>(StringComparer.Ordinal);
        missing.UnionWith(await MissingAsync("admin"));
        missing.IntersectWith(await MissingAsync("member"));

        // It opens with a key alone, whoever asks (GroupPageTests).
        missing.RemoveWhere(path => path.EndsWith("/calendar.ics", StringComparison.Ordinal));
        Assert.Equal(NotAlwaysThere, missing.Order(StringComparer.Ordinal));
    }

    /// <summary>Which of all pages are read here.</summary>
    protected virtual IEnumerable<string> Of(IReadOnlyCollection<string> paths) => paths;

    /// <summary>
    /// After a member has noted, bookmarked, marked, made a token and talked in a group: pages, feeds, files, JSON, and kept copies.
    /// </summary>
    [Theory]
    [InlineData("nobody")]
    [InlineData("admin")]
    public async Task Nobody_is_sent_what_a_member_keeps_for_themselves(string visitor)
    {
        var shown = new ConcurrentBag<string>();
        var paths = SiteRoutes.Taking(site.Host, HttpMethod.Get.Method).Select(endpoint => SiteRoutes.Address(endpoint, site.Places))
            .Where(path => !path.EndsWith("/live", StringComparison.Ordinal))
            .Append("/search?q=kept").Append("/api/v1/search?q=kept").Concat(site.PrivateAddresses);
        await Parallel.ForEachAsync(
            paths, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = GuideHost.Cancelled },
            async (path, cancelled) =>
            {
                using var answer = site.Visitors[visitor] is { } cookie
                    ? await site.Host.GetAsync(path, ("Cookie", cookie)) : await site.Host.GetAsync(path);
                if ((await answer.Content.ReadAsStringAsync(cancelled)).Contains(OwnThings.Marker, StringComparison.Ordinal))
                {
                    shown.Add(path);
                }
            });
        Assert.Empty(shown);
        Assert.Contains(OwnThings.Marker, await TextOfMemberAsync("/topics/transformer"), StringComparison.Ordinal);
        Assert.Contains("answered question", await TextOfMemberAsync(site.PrivateAddresses[0]), StringComparison.Ordinal);
    }

    private async Task<string> TextOfMemberAsync(string path)
    {
        using var answer = await site.Host.GetAsync(path, ("Cookie", site.Visitors["member"]!));
        return await answer.Content.ReadAsStringAsync(GuideHost.Cancelled);
    }

    private async Task<IEnumerable<string>> MissingAsync(string visitor) =>
        (await AnswersAsync(visitor)).Where(answer => answer.Status == HttpStatusCode.NotFound).Select(answer => answer.Path);

    private Task<IReadOnlyList<(string Path, HttpStatusCode Status)>> AnswersAsync(string visitor) =>
        site.Answers.GetOrAdd(visitor, who => AnswersAsync(who, SiteRoutes.Taking(site.Host, HttpMethod.Get.Method)
            .Select(endpoint => SiteRoutes.Address(endpoint, site.Places)), times: 2));

    private async Task<IReadOnlyList<(string Path, HttpStatusCode Status)>> AnswersAsync(
        string visitor, IEnumerable<string> paths, int times)
    {
        var answers = new List<(string, HttpStatusCode)>();
        await Parallel.ForEachAsync(
            paths,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = GuideHost.Cancelled },
            async (path, cancelled) =>
            {
                for (var time = 0; time < times; time++)
                {
                    var status = await StatusAsync(path, site.Visitors[visitor], cancelled);
                    lock (answers)
                    {
                        answers.Add((path, status));
                    }
                }
            });
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{visitor}: {answers.Count} requests, {answers.Count(answer => answer.Item2 >= HttpStatusCode.InternalServerError)} "
            + "of them answered with 5xx.");
        return answers;
    }

    private async Task<HttpStatusCode> StatusAsync(string path, string? cookie, CancellationToken cancelled)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        // A stream of events has no end: its beginning is enough. Others are read, for what breaks while they are written.
        using var answer = await site.Host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancelled);
        if (answer.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            await answer.Content.ReadAsByteArrayAsync(cancelled);
        }

        return answer.StatusCode;
    }
}

public sealed class EveryPageOnWaitingSqliteTests(SiteOnWaitingSqlite site) : EveryPageTests(site), IClassFixture<SiteOnWaitingSqlite>
{
    private readonly SiteOnWaitingSqlite _site = site;

    /// <summary>What people wrote runs as its script does, in the fields as well, and no time is without its zone.</summary>
    [Fact]
    public async Task Every_page_is_for_readers_of_every_script_and_time_zone()
    {
        var faults = new ConcurrentBag<string>();
        var paths = SiteRoutes.Taking(_site.Host, HttpMethod.Get.Method).Select(endpoint => SiteRoutes.Address(endpoint, _site.Places))
            .Where(path => !path.EndsWith("/live", StringComparison.Ordinal));
        await Parallel.ForEachAsync(
            paths, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = GuideHost.Cancelled },
            async (path, cancelled) =>
            {
                using var answer = await _site.Host.GetAsync(path, ("Cookie", _site.Visitors["admin"]!));
                if (answer.Content.Headers.ContentType?.MediaType == "text/html")
                {
                    var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(cancelled), cancelled);
                    ReaderRules.FaultsOf(page).ToList().ForEach(fault => faults.Add($"{path}: {fault}"));
                }
            });
        Assert.Equal("", string.Join('\n', faults.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }

    /// <summary>Members, curators and administrators hear of all that is wrong with a form in one place, and type nothing again.</summary>
    [Fact]
    public async Task A_form_says_all_that_is_wrong_at_once_and_keeps_what_was_typed()
    {
        var faults = new ConcurrentBag<string>();
        var pages = SiteRoutes.Taking(_site.Host, HttpMethod.Get.Method)
            .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(endpoint => SiteRoutes.Address(endpoint, _site.Places));
        await Parallel.ForEachAsync(
            pages, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = GuideHost.Cancelled },
            async (path, cancelled) =>
            {
                using var browser = new Browser(_site.Host, _site.Visitors["admin"]);
                foreach (var fault in await SpoiltForms.FaultsAsync(browser, path, SpoiltForms.TooLong))
                {
                    faults.Add(fault);
                }
            });
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order(StringComparer.Ordinal)));
    }
}

public sealed class EveryPageOnPostgreSqlTests(SiteOnPostgreSql site) : EveryPageTests(site), IClassFixture<SiteOnPostgreSql>
{
    private const int OfEachKind = 40;

    protected override IEnumerable<string> Of(IReadOnlyCollection<string> paths) =>
        paths.GroupBy(path => path.Split('/')[1], StringComparer.Ordinal)
            .SelectMany(kind => kind.Where((_, place) => place % (1 + (kind.Count() / OfEachKind)) == 0));
}
