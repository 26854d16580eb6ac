using System.Net;

using LlmGuide.Browser.Tests.Pages;
using LlmGuide.Web.Tests.EveryPage;

using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace LlmGuide.Browser.Tests;

/// <summary>Every page has a door.</summary>
public sealed class WalkTests(Browser browser, SiteOnWaitingSqlite site) : IClassFixture<SiteOnWaitingSqlite>
{
    private const string History = "/history/{Name}/{Key}";

    private const string HistoryOfAMetric = "the row of the log leads there when a metric, a stage or the path was changed, and none was";

    private static readonly int[] Widths = [390, 1280];

    /// <summary>Pages that no link leads to, and why.</summary>
    private static readonly Dictionary<string, string> NoLink = new(StringComparer.Ordinal)
    {
        ["/curate/links/{Slug}"] = "a link that fails leads there, and none does here",
        ["/curate/stages/{Stage}/restore"] = "what was taken off the path leads there, and nothing was",
        ["/curate/topics/{Topic}/restore"] = "what was taken off the path leads there, and nothing was",
        ["/error"] = "it is shown when something breaks",
        ["/not-found"] = "it is shown in the place of what is not there",
        ["/search"] = "the form in the bar",
        ["/setup"] = "a link that is printed at the first start",
        ["/account/confirm"] = "a link in a mail",
        ["/account/confirm-mail"] = "a link in a mail",
        ["/account/reset"] = "a link in a mail",
        ["/unsubscribe/{Key:guid}"] = "a link in a mail",
        ["/account/mailbox"] = "it follows a form: registration",
        ["/account/welcome"] = "it follows a form: registration",
        ["/account/deleted"] = "it follows a form: the deletion of an account",
        ["/account/two-factor"] = "it follows a form: sign-in",
        ["/account/external"] = "it follows a sign-in elsewhere",
        ["/curate/bulk"] = "it follows a form: what is selected in the table",
        ["/curate/bulk/links"] = "it follows a form: what is selected in the table",
        ["/curate/bulk/suggestions"] = "it follows a form: what is selected in the table",
        ["/curate/bulk/results/{Slug}"] = "it follows a form: what is selected in the table",
        ["/moderate/bulk"] = "it follows a form: what is selected in the table",
        ["/curate/import/{Id}"] = "it follows a form: the file that is sent",
        ["/me/notes/{Kind}/{Slug}"] = "the form of a note, when it cannot be saved, or there is one",
        ["/write/{Conversation:int}"] = "the form below the discussion, when it cannot be saved",
    };

    /// <summary>Pages that answer, and that nothing leads to because whoever looks has no use for them.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> NotFor = new(StringComparer.Ordinal)
    {
        ["nobody"] = new(StringComparer.Ordinal) { ["/account/sign-out"] = "nobody is signed in", [History] = HistoryOfAMetric },
        ["members"] = new(StringComparer.Ordinal)
        {
            ["/account/forgotten"] = "for who cannot sign in",
            ["/progress"] = "for who has no account",
            [History] = HistoryOfAMetric,
        },
    };

    [Theory]
    [InlineData("nobody")]
    [InlineData("member")]
    [InlineData("curator")]
    [InlineData("moderator")]
    [InlineData("admin")]
    public async Task Every_page_that_somebody_may_see_is_reached_from_home_by_links_alone(string visitor)
    {
        var walked = await WalkAsync(visitor);
        var open = await OpenToAsync(visitor);
        foreach (var (width, reached) in Widths.Zip(walked))
        {
            var missing = open.Except(reached).Except(NoLink.Keys).Except(NotFor[visitor == "nobody" ? visitor : "members"].Keys);
            Assert.True(
                !missing.Any(), $"{visitor} at {width} px finds no way to {string.Join(", ", missing.Order(StringComparer.Ordinal))}");
        }
    }

    private IReadOnlyList<RouteEndpoint> Pages => field ??=
    [
        .. SiteRoutes.Taking(site.Host, HttpMethod.Get.Method)
            .Where(page => page.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .OrderBy(page => page.RoutePattern.InboundPrecedence),
    ];

    private async Task<List<string>> OpenToAsync(string visitor)
    {
        var open = new List<string>();
        foreach (var page in Pages)
        {
            var cookie = site.Visitors[visitor];
            using var answer = await site.Host.GetAsync(SiteRoutes.Address(page, site.Places), cookie is null ? [] : [("Cookie", cookie)]);
            open.AddRange(answer.StatusCode == HttpStatusCode.OK ? [SiteRoutes.Text(page)] : []);
        }

        return open;
    }

    /// <returns>
    /// For each width the pages that are reached. One of each kind is looked at, rather the one that has everything;
    /// the others have the same doors.
    /// </returns>
    private async Task<IReadOnlyList<HashSet<string>>> WalkAsync(string visitor)
    {
        var walk = new Walk(await browser.VisitAsync(site.Host, site.Visitors[visitor]));
        var doors = Widths.Select(_ => new List<(string From, string To)>()).ToArray();
        var (ahead, perhaps) = (new Queue<(string Page, string Address)>([("/", "/")]), new Queue<(string Page, string Address)>());
        var (seen, looked) = (new HashSet<string>(["/"], StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        while (ahead.TryDequeue(out var here) || perhaps.TryDequeue(out here))
        {
            if (!looked.Add(here.Page))
            {
                continue;
            }

            var links = await walk.LinksOfAsync(here.Address, Widths);
            foreach (var (width, addresses) in links.Index())
            {
                doors[width].AddRange(addresses.Select(PageAt).OfType<string>().Distinct().Select(to => (here.Page, to)));
            }

            foreach (var address in links.SelectMany(addresses => addresses).Where(seen.Add))
            {
                if (PageAt(address) is { } page)
                {
                    (IsFurnished(page, address) ? ahead : perhaps).Enqueue((page, address));
                }
            }
        }

        return [.. doors.Select(Reached)];
    }

    private static HashSet<string> Reached(IReadOnlyCollection<(string From, string To)> doors)
    {
        var reached = new HashSet<string>(["/"], StringComparer.Ordinal);
        while (doors.Any(door => reached.Contains(door.From) && reached.Add(door.To)))
        {
            // Until nothing is added.
        }

        return reached;
    }

    /// <returns>The route of the page at an address; <c>null</c> for what is no page.</returns>
    private string? PageAt(string address)
    {
        var path = new PathString(address.Split('?')[0]);
        var page = Pages.FirstOrDefault(page => new TemplateMatcher(new RouteTemplate(page.RoutePattern), []).TryMatch(path, []));
        return page is null ? null : SiteRoutes.Text(page);
    }

    private bool IsFurnished(string page, string address) =>
        SiteRoutes.Address(Pages.First(known => SiteRoutes.Text(known) == page), site.Places) == address;
}
