using LlmGuide.Core.Mail;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>A site for tests of accounts, without a limit on tries, and what stands in its database.</summary>
internal static class AccountSite
{
    public const string Cookie = ".AspNetCore.Identity.Application";

    public static Task<GuideHost> StartAsync(params string[] settings) =>
        GuideHost.StartAsync(["--Database:SeedOnStart=false", "--RateLimits:Enabled=false",
        "--Logging:LogLevel:Microsoft=Error", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Error", .. settings]);

    public static Task<GuideHost> StartWithMailAsync() =>
        StartAsync("--Smtp:Host=mail.example.org", "--Smtp:From=guide@example.org", "--Site:PublicUrl=https://guide.example.org");

    public static Task<List<OutgoingMail>> MailsAsync(this GuideHost host) =>
        host.AskAsync(db => db.Mails.AsNoTracking().OrderBy(m => m.Id).ToListAsync(GuideHost.Cancelled));

    /// <summary>The path and query of the link in a mail.</summary>
    public static string LinkIn(OutgoingMail mail) =>
        new Uri(mail.Text.Split(' ', '\n').Single(word => word.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;

    public static async Task<Browser> RegisterAsync(this Browser browser, string name, string mail, string password = GuideHost.Password)
    {
        await browser.OpenAsync("/account/register");
        return await browser.SendAsync("register", ("Draft.Name", name), ("Draft.Mail", mail), ("Draft.Password", password));
    }

    public static async Task<Browser> SignInAsync(this Browser browser, string who, string password = GuideHost.Password, string query = "")
    {
        await browser.OpenAsync("/account/sign-in" + query);
        return await browser.SendAsync("sign-in", ("Draft.Who", who), ("Draft.Password", password));
    }
}
