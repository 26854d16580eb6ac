using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

using AngleSharp.Html.Dom;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Discussion;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Tests.Accounts;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Web.Tests.Shell;

/// <summary>What people and programs get while the database is away, busy, full or can only be read.</summary>
public sealed partial class OutageTests(BrokenSite site) : IClassFixture<BrokenSite>
{
    private const string Said = "Is the softmax taken over rows,\nor over columns?";

    public static readonly TheoryData<DatabaseFault, HttpStatusCode> Faults = new()
    {
        { DatabaseFault.Away, HttpStatusCode.ServiceUnavailable },
        { DatabaseFault.Busy, HttpStatusCode.ServiceUnavailable },
        { DatabaseFault.Full, HttpStatusCode.InsufficientStorage },
        { DatabaseFault.ReadOnly, HttpStatusCode.ServiceUnavailable },
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_address_answers_with_nothing_or_with_a_fault_of_ours_while_the_database_is_away(bool signedIn)
    {
        await using var broken = await site.BrokenAsync(DatabaseFault.Away);
        var unavailable = 0;
        foreach (var path in site.Addresses("GET").Append("/nowhere"))
        {
            using var answer = await site.Host.GetAsync(path, signedIn ? [("Cookie", site.Admin)] : []);
            var body = await answer.Content.ReadAsStringAsync(GuideHost.Cancelled);
            var led = answer.Headers.Location?.ToString() ?? "";
            Assert.True(
                (int)answer.StatusCode < 500 || answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{path}: {answer.StatusCode}");
            Assert.True(body.Length > 0 || led.Length > 0, $"{path}: {answer.StatusCode} and nothing else");

            // Who is signed in is not told that they are not.
            Assert.False(signedIn && led.Contains("/account/sign-in", StringComparison.Ordinal), $"{path} leads to {led}");
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable && !path.StartsWith("/health/", StringComparison.Ordinal))
            {
                Assert.True(answer.Headers.RetryAfter is not null, $"{path} does not say when to come back");
                unavailable++;
            }
        }

        Assert.True(unavailable > (signedIn ? 60 : 20), $"{unavailable}");
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_comment_that_cannot_be_saved_comes_back_with_its_text_and_can_be_sent_again(
        DatabaseFault fault, HttpStatusCode status)
    {
        // So long that it needs room, which a database has here and there.
        var text = $"{Said} {string.Concat(Enumerable.Repeat("And why? ", 1_000))}".TrimEnd();
        using var browser = new Browser(site.Host, site.Member);
        await browser.OpenAsync(site.Write);
        var key = Value(browser, "Draft.Key");
        await using (await site.BrokenAsync(fault))
        {
            await browser.SendAsync("write", ("Draft.Text", text));
        }

        Assert.Equal(status, browser.Status);
        Assert.NotNull(browser.Answer.Headers.RetryAfter);
        Assert.Equal(text, ((IHtmlTextAreaElement)browser.Page.QuerySelector("textarea[name='Draft.Text']")!).Value);
        Assert.Equal(key, Value(browser, "Draft.Key"));
        await browser.SendAsync("write");
        Assert.Equal(HttpStatusCode.SeeOther, browser.Status);
        Assert.Equal(1, await site.Host.AskAsync(db => db.Comments.CountAsync(c => c.DraftKey == Guid.Parse(key), GuideHost.Cancelled)));
    }

    [Fact]
    public async Task Every_form_comes_back_with_its_text_while_the_database_is_away()
    {
        await using var broken = await site.BrokenAsync(DatabaseFault.Away);
        foreach (var path in FormAddresses())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent([new("_handler", "edit"), new("Draft.Why", Said)]),
                Headers = { { "Cookie", site.Admin } },
            };
            using var answer = await site.Host.Client.SendAsync(request, GuideHost.Cancelled);
            var body = await answer.Content.ReadAsStringAsync(GuideHost.Cancelled);
            Assert.Equal((path, HttpStatusCode.ServiceUnavailable), (path, answer.StatusCode));
            Assert.True(WebUtility.HtmlDecode(body).Contains(Said, StringComparison.Ordinal), path);
        }
    }

    /// <summary>A form that another site sent: whatever looks at its token, and whatever fails after that.</summary>
    [Theory]
    [InlineData(DatabaseFault.Away, false)]
    [InlineData(DatabaseFault.Away, true)]
    [InlineData(DatabaseFault.Busy, true)]
    public async Task A_form_with_a_wrong_token_is_answered_with_a_sentence_whatever_fails(DatabaseFault fault, bool signedIn)
    {
        await using var broken = await site.BrokenAsync(fault);
        var mute = new List<string>();
        foreach (var path in FormAddresses())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent(
                    [new("__RequestVerificationToken", "nobody’s"), new("_handler", "edit"), new("Draft.Why", Said)]),
            };
            request.Headers.TryAddWithoutValidation("Cookie", signedIn ? site.Admin : "");
            using var answer = await site.Host.Client.SendAsync(request, GuideHost.Cancelled);
            var body = await answer.Content.ReadAsStringAsync(GuideHost.Cancelled);
            if (answer.StatusCode == HttpStatusCode.InternalServerError
                || (answer.Headers.Location is null && !body.Contains("</h1>", StringComparison.Ordinal)))
            {
                mute.Add($"{path}: {answer.StatusCode}, {body.Length} characters");
            }
        }

        Assert.Empty(mute);
    }

    [Theory]
    [InlineData("/account/sign-in", "sign-in", "Draft.Who")]
    [InlineData("/account/register", "register", "Draft.Name")]
    public async Task A_password_never_comes_back(string path, string form, string name)
    {
        const string Secret = "a long and secret password";
        using var browser = new Browser(site.Host);
        await browser.OpenAsync(path);
        await using (await site.BrokenAsync(DatabaseFault.Away))
        {
            await browser.SendAsync(form, (name, "grace"), ("Draft.Mail", "grace@example.org"), ("Draft.Password", Secret));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, browser.Status);
        Assert.Equal("grace", Value(browser, name));
        Assert.DoesNotContain(Secret, browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("password", browser.Page.QuerySelector("[name='Draft.Password']")!.GetAttribute("type"));
    }

    [Fact]
    public void Every_field_for_a_password_is_known_as_one()
    {
        var names = Directory.EnumerateFiles(GuideHost.WebProject, "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(
                File.ReadAllText(file), "<FormLine Name=\"[\\w.]*?(?<name>\\w+)\"[^<]*?type=\"password\"",
                RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal(["Current", "Password"], names);
    }

    [Theory]
    [InlineData(DatabaseFault.Busy)]
    [InlineData(DatabaseFault.Full)]
    [InlineData(DatabaseFault.ReadOnly)]
    public async Task Whoever_reads_is_not_refused_because_something_cannot_be_written_down(DatabaseFault fault)
    {
        // Its last use is due to be written down, its end to be put off, and there is a comment that they have not seen.
        var reader = await site.Host.SignInAsync($"reader{fault}");
        await site.Host.AskAsync(async db =>
        {
            var longAgo = TimeProvider.System.GetUtcNow().AddDays(-2);
            return await db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, longAgo), GuideHost.Cancelled);
        });
        using var writer = new Browser(site.Host, site.Member);
        await writer.OpenAsync(site.Write);
        await writer.SendAsync("write", ("Draft.Text", $"Seen on a {fault} day?"));
        Assert.Equal(HttpStatusCode.SeeOther, writer.Status);
        await using var broken = await site.BrokenAsync(fault);
        using var page = await site.Host.GetAsync("/topics/transformer", ("Cookie", reader));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("account menu", await page.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_are_told_in_problem_details_when_to_come_back()
    {
        await using var broken = await site.BrokenAsync(DatabaseFault.Away);
        using var answer = await site.Host.GetAsync("/api/v1/topics/transformer");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (
            answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.NotNull(answer.Headers.RetryAfter);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(GuideHost.Cancelled));
        Assert.Equal(503, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
    }

    /// <summary>Where people send forms to; programs have words of their own.</summary>
    private IEnumerable<string> FormAddresses() => site.Addresses("POST").Where(
        path => !path.StartsWith("/api/", StringComparison.Ordinal) && path != Links.Assistants);

    private static string Value(Browser browser, string name) => ((IHtmlInputElement)browser.Page.QuerySelector($"[name='{name}']")!).Value;
}
