using System.Net;

using AngleSharp.Html.Dom;

using LlmGuide.Core.Learning;
using LlmGuide.Web.Tests.Accounts;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Web.Tests.Learning;

/// <summary>A reader answers a check, with and without an account, without a script.</summary>
public sealed class CheckPageTests(SeededSite site) : IClassFixture<SeededSite>
{
    private const string Page = "/topics/transformer/checks/loss-before-training";

    private GuideHost Host => site.Host;

    [Theory]
    [InlineData("4.17", "Right.")]
    [InlineData("4,2 nats", "Right.")]
    [InlineData("4.25", "Nearly: look at the rounding.")]
    [InlineData("6.02", "You took the logarithm to base 2")]
    [InlineData("many", "This cannot be read as a number.")]
    [InlineData("", "Type a number first.")]
    public async Task An_answer_needs_no_account(string typed, string said)
    {
        var text = await Host.TextAsync($"{Page}?sent=1&answer={Uri.EscapeDataString(typed)}");
        Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_ten_thousand_characters_is_refused_kindly() => Assert.Contains(
        "An answer is a number of at most 100 characters.", await Host.TextAsync($"{Page}?sent=1&answer={new string('7', 10_000)}"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Every_kind_is_answered_from_the_page_of_its_topic()
    {
        using var reader = new Browser(Host);
        Assert.Contains("28 points against 17", await AnswerAsync(reader, "multimodal-models", "without-the-image", ("answer", "1")),
            StringComparison.Ordinal);
        Assert.Contains("Give each of them a place of its own.", await AnswerAsync(
            reader, "distillation-and-small-models", "order-of-training", ("place", "1"), ("place", "1")), StringComparison.Ordinal);
        Assert.Contains("You had most of it.", await AnswerAsync(
            reader, "transformer", "three-layouts", ("tick", "0"), ("tick", "2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hint_is_shown_when_it_is_asked_for()
    {
        const string Hint = "How probable is each character";
        Assert.DoesNotContain(Hint, await Host.TextAsync(Page), StringComparison.Ordinal);
        Assert.Contains(Hint, await Host.TextAsync($"{Page}?hint=1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_is_not_there_answers_404()
    {
        using var none = await Host.GetAsync("/topics/transformer/checks/none");
        using var nowhere = await Host.GetAsync("/topics/none/checks/none");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (none.StatusCode, nowhere.StatusCode));
    }

    [Fact]
    public async Task What_a_member_missed_comes_back_and_leads_through_the_sitting()
    {
        using var member = new Browser(Host, await Host.SignInAsync("answers"));
        var said = await AnswerAsync(member, "transformer", "loss-before-training", ("answer", "65"));
        Assert.Contains("That is the perplexity", said, StringComparison.Ordinal);
        Assert.Contains("Kept. It comes back on", said, StringComparison.Ordinal);
        await member.OpenAsync("/me/reviews");
        Assert.Contains("Nothing is due.", member.Text, StringComparison.Ordinal);

        await Host.AskAsync(db => db.CheckCards.ExecuteUpdateAsync(
            set => set.SetProperty(c => c.DueAt, TimeProvider.System.GetUtcNow()), GuideHost.Cancelled));
        await member.OpenAsync("/me");
        Assert.Contains("1 question to review", member.Text, StringComparison.Ordinal);
        await member.OpenAsync("/me/reviews");
        await SendAsync(member, "transformer", "loss-before-training", ("answer", "4.17"));
        Assert.Contains("Right.", member.Text, StringComparison.Ordinal);
        Assert.NotNull(member.Page.QuerySelector("nav a[href='/me/reviews']"));
        Assert.True(member.Answer.Headers.CacheControl?.NoStore is true || member.Answer.Headers.CacheControl?.Private is true);
    }

    [Fact]
    public async Task Who_is_right_everywhere_at_the_first_try_is_offered_the_topic_as_known()
    {
        using var member = new Browser(Host, await Host.SignInAsync("knows-it"));
        await AnswerAsync(member, "safety", "white-on-white", ("answer", "1"));
        await AnswerAsync(member, "safety", "public-wiki", ("tick", "0"), ("tick", "1"), ("tick", "2"));
        await AnswerAsync(member, "safety", "forged-mail", ("tick", "0"), ("tick", "1"), ("tick", "2"));
        await AnswerAsync(member, "safety", "hundred-attempts", ("answer", "87%"));
        await SendAsync(member, Form(member, "form[action='/me/known/safety']"));
        Assert.Contains("You know this topic.", member.Text, StringComparison.Ordinal);
    }

    private static async Task<string> AnswerAsync(Browser reader, string topic, string check, params (string, string)[] fields)
    {
        await reader.OpenAsync($"/topics/{topic}");
        await SendAsync(reader, topic, check, fields);
        return reader.Text;
    }

    private static async Task SendAsync(Browser reader, string topic, string check, params (string Name, string Value)[] fields)
    {
        await SendAsync(reader, Form(reader, $"[data-check='{topic}-{check}'] form[data-answer]"), fields);
        Assert.Equal(HttpStatusCode.OK, reader.Status);
    }

    private static IHtmlFormElement Form(Browser reader, string selector) => (IHtmlFormElement)reader.Page.QuerySelector(selector)!;

    /// <summary>Sends a form as the page has it, filled in, and reads the page that answers.</summary>
    private static async Task SendAsync(Browser reader, IHtmlFormElement form, params (string Name, string Value)[] fields)
    {
        Assert.All(fields, field => Assert.NotNull(form.QuerySelector($"[name={field.Name}]")));
        var sent = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(input => (input.Name!, input.Value))
            .Concat(fields).ToArray();
        if (form.Method == "post")
        {
            await reader.PostAsync(form.GetAttribute("action")!, sent);
            Assert.Equal(HttpStatusCode.SeeOther, reader.Status);
            await reader.FollowAsync();
            return;
        }

        var query = string.Join('&', sent.Select(field => $"{field.Item1}={Uri.EscapeDataString(field.Item2)}"));
        await reader.OpenAsync($"{form.GetAttribute("action")}?{query}");
    }
}
