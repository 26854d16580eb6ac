using System.Net;
using System.Text.RegularExpressions;

using LlmGuide.Core;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Mail;
using LlmGuide.Core.Members;
using LlmGuide.Web.Discussion.Notifications;
using LlmGuide.Web.Tests.Mail;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LlmGuide.Web.Tests.Discussion;

/// <summary>Notifications over HTTP, as a browser without a script and a mail program see them.</summary>
public sealed partial class NotificationPageTests
{
    private const string Page = "/me/notifications";

    [Fact]
    public async Task The_page_shows_what_is_new_and_who_it_came_from()
    {
        await using var site = await MailSite.StartAsync();
        var (cookie, _) = await ToldAsync(site, "Read <b>this</b>, @jun");
        var page = await TextAsync(site, Page, cookie);
        Assert.Contains("<b>maria</b> mentioned you on", page);
        Assert.Contains(">The Transformer</a>", page);
        Assert.Contains("Read &lt;b&gt;this&lt;/b&gt;, @jun", page);
        Assert.Contains("<span class=\"sr\">New: </span>", page);
    }

    [Fact]
    public async Task The_page_is_for_one_member_only()
    {
        await using var site = await MailSite.StartAsync();
        var (cookie, _) = await ToldAsync(site);
        using var anonymous = await site.Host.GetAsync(Page);
        Assert.Equal(HttpStatusCode.Redirect, anonymous.StatusCode);
        using var mine = await site.Host.GetAsync(Page, ("Cookie", cookie));
        Assert.Equal("no-store, private", mine.Headers.CacheControl!.ToString());
        Assert.DoesNotContain("The Transformer", await TextAsync(site, Page, await site.Host.SignInAsync("ada")));
    }

    [Fact]
    public async Task All_are_marked_as_read_with_a_form()
    {
        await using var site = await MailSite.StartAsync();
        var (cookie, _) = await ToldAsync(site);
        using var answer = await SubmitAsync(site, cookie, "Mark all as read");
        Assert.Equal((HttpStatusCode.Redirect, Page), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.DoesNotContain("New: ", await TextAsync(site, Page, cookie));
    }

    [Fact]
    public async Task One_is_marked_as_read_with_a_form()
    {
        await using var site = await MailSite.StartAsync();
        var (cookie, _) = await ToldAsync(site);
        using var answer = await SubmitAsync(site, cookie, "Mark as read");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain("New: ", await TextAsync(site, Page, cookie));
    }

    [Theory]
    [InlineData("/me/notifications/read")]
    [InlineData("/me/notifications/mail")]
    [InlineData("/me/follow")]
    public async Task A_form_without_its_token_is_refused(string address)
    {
        await using var site = await MailSite.StartAsync();
        var (cookie, _) = await ToldAsync(site);
        using var answer = await PostAsync(
            site, address, cookie, [new("upTo", "1"), new("rhythm", "never"), new("conversation", "1"), new("level", "muted")]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_rhythm_of_mails_is_chosen_with_a_form()
    {
        await using var site = await MailSite.StartAsync();
        var (cookie, member) = await ToldAsync(site);
        using var answer = await SubmitAsync(site, cookie, "Save</button>", new KeyValuePair<string, string>("rhythm", "weekly"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(
            new MailWishes(MailFrequency.Weekly, Reviews: false),
            await site.Host.Services.GetRequiredService<MailChoice>().OfAsync(member, GuideHost.Cancelled));
        Assert.Contains("Your choice is saved", await TextAsync(site, answer.Headers.Location!.ToString(), cookie));
    }

    [Fact]
    public async Task A_conversation_is_followed_with_a_form_and_leads_back_on_this_site_only()
    {
        await using var site = await MailSite.StartAsync();
        var (cookie, member) = await ToldAsync(site);
        var (token, both) = await TokenAsync(site, cookie);
        foreach (var (back, leadsTo) in ((string, string)[])[("/topics/transformer#talk", "/topics/transformer#talk"),
            ("//elsewhere.example", Page), ("/\\elsewhere.example", Page)])
        {
            using var answer = await PostAsync(
                site, "/me/follow", both, [token, new("conversation", "1"), new("level", "following"), new("back", back)]);
            Assert.Equal(leadsTo, answer.Headers.Location!.ToString());
        }

        await using var db = await OpenAsync(site);
        Assert.Equal(FollowLevel.Following, (await db.Subscriptions.AsNoTracking()
            .SingleAsync(s => s.MemberId == member, GuideHost.Cancelled)).Level);
    }

    [Fact]
    public async Task The_bell_counts_for_members_and_is_not_there_for_others()
    {
        await using var site = await MailSite.StartAsync();
        var (_, member) = await ToldAsync(site);
        Assert.Contains("aria-label=\"Notifications, 1 new\"", await BellAsync(site, member));
        Assert.Equal("", (await BellAsync(site, null)).Trim());
    }

    [Fact]
    public async Task What_stays_unread_is_mailed_with_the_link_to_end_it()
    {
        await using var server = new LoopbackSmtp();
        await using var site = await MailSite.StartAsync(server);
        var (_, member) = await ToldAsync(site, "Read *this*");
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await site.Host.Services.GetRequiredService<MailNotifications>().RunAsync(GuideHost.Cancelled));
        Assert.Equal(1, await site.SendAsync());
        var message = Assert.Single(server.Messages).Message;
        Assert.Equal("maria mentioned you on “The Transformer” · LlmGuide", message.Subject);
        Assert.Contains("> Read this", message.TextBody);
        Assert.Contains("https://guide.example/c/", message.HtmlBody);
        var key = await KeyAsync(site, member);
        Assert.Equal($"<https://guide.example/unsubscribe/{key:N}>", message.Headers["List-Unsubscribe"]);
    }

    [Fact]
    public async Task One_click_in_a_mail_program_ends_the_mails_as_often_as_it_is_made()
    {
        await using var site = await MailSite.StartAsync();
        var (_, member) = await ToldAsync(site);
        var key = await KeyAsync(site, member);
        for (var click = 0; click < 2; click++)
        {
            using var answer = await PostAsync(site, $"/unsubscribe/{key:N}", null, [new("List-Unsubscribe", "One-Click")]);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(MailWishes.None, await site.Host.Services.GetRequiredService<MailChoice>().OfAsync(member, GuideHost.Cancelled));
    }

    [Fact]
    public async Task Looking_at_the_page_to_unsubscribe_changes_nothing_and_its_button_does()
    {
        await using var site = await MailSite.StartAsync();
        var (_, member) = await ToldAsync(site);
        var address = $"/unsubscribe/{await KeyAsync(site, member):N}";
        Assert.Contains("Unsubscribe", await TextAsync(site, address, null));
        Assert.NotEqual(MailWishes.None, await site.Host.Services.GetRequiredService<MailChoice>().OfAsync(member, GuideHost.Cancelled));
        using var answer = await PostAsync(site, address + "?from=page", null, []);
        Assert.Equal((HttpStatusCode.Redirect, address), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Contains("You get no emails about notifications", await TextAsync(site, address, null));
    }

    [Fact]
    public async Task A_key_that_nobody_has_is_not_found()
    {
        await using var site = await MailSite.StartAsync();
        var address = $"/unsubscribe/{Guid.NewGuid():N}";
        using var looked = await site.Host.GetAsync(address);
        using var posted = await PostAsync(site, address, null, []);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (looked.StatusCode, posted.StatusCode));
    }

    /// <summary>maria mentions jun.</summary>
    /// <returns>The cookie of jun, and who jun is.</returns>
    private static async Task<(string Cookie, int Member)> ToldAsync(MailSite site, string words = "Words")
    {
        await site.Host.SignInAsync("maria");
        var cookie = await site.Host.SignInAsync("jun");
        await using var db = await OpenAsync(site);
        var members = await db.Members.ToDictionaryAsync(m => m.UserName!, m => m.Id, GuideHost.Cancelled);
        var talk = new Conversation(SubjectType.Topic, "transformer", "The Transformer");
        db.Add(talk);
        await db.SaveChangesAsync(GuideHost.Cancelled);
        var body = await site.Host.Services.GetRequiredService<IMarkdown>().RenderAsync(words, GuideHost.Cancelled);
        var comment = Comment.AtTop(talk.Id, CommentKind.Comment, members["maria"], Guid.NewGuid(), body, site.Clock.GetUtcNow());
        db.Add(comment);
        await db.SaveChangesAsync(GuideHost.Cancelled);
        db.Add(new Notification
        {
            MemberId = members["jun"],
            Reason = NotificationReason.Mention,
            CommentId = comment.Id,
            Event = $"comment:{comment.Id}",
            ByMemberId = members["maria"],
            At = site.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(GuideHost.Cancelled);
        return (cookie, members["jun"]);
    }

    private static Task<GuideDb> OpenAsync(MailSite site) =>
        site.Host.Services.GetRequiredService<IDbContextFactory<GuideDb>>().CreateDbContextAsync(GuideHost.Cancelled);

    private static async Task<Guid> KeyAsync(MailSite site, int member)
    {
        await using var db = await OpenAsync(site);
        return await db.Members.Where(m => m.Id == member).Select(m => m.UnsubscribeKey).SingleAsync(GuideHost.Cancelled);
    }

    private static async Task<string> TextAsync(MailSite site, string path, string? cookie)
    {
        using var answer = await site.Host.GetAsync(path, cookie is null ? [] : [("Cookie", cookie)]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(GuideHost.Cancelled);
    }

    /// <summary>Sends the form of the page whose button says this, with what it holds.</summary>
    private static async Task<HttpResponseMessage> SubmitAsync(
        MailSite site, string cookie, string button, params KeyValuePair<string, string>[] chosen)
    {
        using var page = await site.Host.GetAsync(Page, ("Cookie", cookie));
        var html = await page.Content.ReadAsStringAsync(GuideHost.Cancelled);
        var form = Form().Matches(html).Single(match => match.Groups["body"].Value.Contains(">" + button, StringComparison.Ordinal));
        var fields = Hidden().Matches(form.Groups["body"].Value)
            .Select(field => new KeyValuePair<string, string>(field.Groups["name"].Value, field.Groups["value"].Value));
        return await PostAsync(site, form.Groups["action"].Value, With(cookie, page), [.. fields, .. chosen]);
    }

    private static async Task<(KeyValuePair<string, string> Token, string Cookie)> TokenAsync(MailSite site, string cookie)
    {
        using var page = await site.Host.GetAsync(Page, ("Cookie", cookie));
        var field = Hidden().Matches(await page.Content.ReadAsStringAsync(GuideHost.Cancelled))
            .First(f => f.Groups["name"].Value == "__RequestVerificationToken");
        return (new("__RequestVerificationToken", field.Groups["value"].Value), With(cookie, page));
    }

    private static string With(string cookie, HttpResponseMessage page) =>
        string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]).Prepend(cookie));

    private static async Task<HttpResponseMessage> PostAsync(
        MailSite site, string path, string? cookie, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await site.Host.Client.SendAsync(request, GuideHost.Cancelled);
    }

    private static async Task<string> BellAsync(MailSite site, int? member)
    {
        var http = new DefaultHttpContext();
        if (member is { } id)
        {
            http.User = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity(
                [new(System.Security.Claims.ClaimTypes.NameIdentifier, $"{id}"),
                    new(System.Security.Claims.ClaimTypes.Name, "jun"), new("guide:roles", "0")], "test"));
        }

        await using var renderer = new HtmlRenderer(site.Host.Services, NullLoggerFactory.Instance);
        var given = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            ["Value"] = http,
            ["ChildContent"] = (RenderFragment)(builder =>
        {
            builder.OpenComponent<Bell>(0);
            builder.CloseComponent();
        })
        });
        return await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<CascadingValue<HttpContext>>(given)).ToHtmlString());
    }

    [GeneratedRegex(
        "<form[^>]* action=\"(?<action>[^\"]*)\"[^>]*>(?<body>.*?)</form>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    [GeneratedRegex(
        "<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hidden();
}
