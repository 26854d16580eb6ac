using LlmGuide.Core.Mail;
using LlmGuide.Web.Shared;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Mail;

public sealed class MailTemplateTests
{
    private static readonly MailTemplate Sample = new(
        "New from <jun>",
        "<maria>",
        [new LetterPart(
            "jun answered & left:", "“1 < 2”", "https://guide.example/c/1?a=1&b=\"2", "<script>alert(1)</script>\nSecond line")],
        "You asked for it.",
        "https://guide.example/unsubscribe/1");

    [Fact]
    public void What_people_wrote_is_never_markup()
    {
        var mail = new MailRenderer("<Guide>").Write(Sample);
        Assert.DoesNotContain("<script", mail.Html);
        Assert.DoesNotContain("<maria>", mail.Html);
        Assert.DoesNotContain("<jun>", mail.Html);
        Assert.DoesNotContain("<Guide>", mail.Html);
        Assert.Contains("jun answered &amp; left:", mail.Html);
        Assert.Contains("""href="https://guide.example/c/1?a=1&amp;b=&quot;2">""", mail.Html);
        Assert.StartsWith("<!DOCTYPE html>", mail.Html);
    }

    [Fact]
    public void The_plain_text_says_the_same()
    {
        var mail = new MailRenderer("LlmGuide").Write(Sample);
        Assert.Equal(
            """
            Hello <maria>,

            jun answered & left:
            > <script>alert(1)</script>
            > Second line
            “1 < 2”: https://guide.example/c/1?a=1&b="2

            -- 
            LlmGuide
            You asked for it.
            Unsubscribe: https://guide.example/unsubscribe/1

            """,
            mail.Text);
    }

    [Fact]
    public async Task Addresses_in_mails_come_from_the_settings_or_from_where_the_server_listens()
    {
        await using var known = await MailSite.StartAsync();
        Assert.Equal("https://guide.example/c/1", known.Host.Services.GetRequiredService<SiteAddress>().Of("/c/1"));
        await using var unknown = await MailSite.StartAsync("--Site:PublicUrl=");
        Assert.Equal(unknown.Host.Client.BaseAddress + "c/1", unknown.Host.Services.GetRequiredService<SiteAddress>().Of("/c/1"));
    }
}
