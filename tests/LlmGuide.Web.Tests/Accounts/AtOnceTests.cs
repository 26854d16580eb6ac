using System.Net;

using LlmGuide.Core.Accounts;
using LlmGuide.Core.Accounts.Own;
using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Data;
using LlmGuide.Core.Mail;
using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>What is counted or good once, tried by many at the same moment.</summary>
public abstract class AtOnceTests(AccountDatabase site)
{
    private const int Many = 20;

    private GuideHost Host
    {
        get
        {
            Assert.SkipWhen(site.Host is null, "LLMGUIDE_TEST_POSTGRES names no PostgreSQL server; tests/run starts one.");
            return site.Host;
        }
    }

    [Fact]
    public async Task Many_tries_at_once_are_as_few_as_five_in_a_row()
    {
        var id = await MemberAsync("tries");
        var tries = Host.Services.GetRequiredService<SignInTries>();
        var taken = await AtOnceAsync(_ => tries.TakeAsync(id, GuideHost.Cancelled));
        Assert.Equal((5, 1), (taken.Count(t => t is not null), taken.Count(t => t is { Last: true })));
    }

    [Fact]
    public async Task Passwords_guessed_at_once_close_the_account_and_break_nothing()
    {
        await MemberAsync("guessed");
        var answers = await AtOnceAsync(async n =>
        {
            using var browser = new Browser(Host);
            await browser.SignInAsync("guessed", $"not the right one {n}");
            return (browser.Status, Cookie: browser.HasCookie(AccountSite.Cookie));
        });
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, false), answer));
        using var late = new Browser(Host);
        await late.SignInAsync("guessed");
        Assert.Contains("Wrong name or password", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_password_among_a_few_wrong_ones_signs_in()
    {
        await MemberAsync("owner");
        var answers = await AtOnceAsync(async n =>
        {
            using var browser = new Browser(Host);
            await browser.SignInAsync("owner", n == 0 ? GuideHost.Password : "not the right one");
            return browser.Status;
        }, SignInTries.Most);
        Assert.Equal(HttpStatusCode.Redirect, answers[0]);
        Assert.All(answers.Skip(1), answer => Assert.Equal(HttpStatusCode.OK, answer));
    }

    [Fact]
    public async Task A_right_password_in_a_session_does_not_give_back_what_was_guessed_before()
    {
        var id = await MemberAsync("desk");
        var own = Host.Services.GetRequiredService<OwnPassword>();
        var actor = new Actor(id, "desk", Role.None);
        for (var n = 1; n < SignInTries.Most; n++)
        {
            Assert.NotNull(await own.FaultAsync(actor, "not the right one", GuideHost.Cancelled));
            Assert.Null(await own.FaultAsync(actor, GuideHost.Password, GuideHost.Cancelled));
        }

        Assert.NotNull(await own.FaultAsync(actor, "not the right one", GuideHost.Cancelled));
        Assert.NotNull(await own.FaultAsync(actor, GuideHost.Password, GuideHost.Cancelled));
    }

    [Fact]
    public async Task A_code_that_many_send_at_once_is_taken_once()
    {
        var id = await MemberAsync("codes");
        var (key, recovery) = await TurnOnAsync("codes");
        var codes = Host.Services.GetRequiredService<SignInCodes>();
        foreach (var code in (string[])[SecondFactorTests.CodeOf(key), recovery])
        {
            var taken = await AtOnceAsync(_ => codes.TakeAsync(id, code, GuideHost.Cancelled));
            Assert.Equal(1, taken.Count(right => right));
        }
    }

    [Fact]
    public async Task A_link_to_a_new_password_that_many_open_at_once_works_once()
    {
        var id = await MemberAsync("reset");
        var code = await CodeAsync(id, (members, member) => members.GeneratePasswordResetTokenAsync(member));
        var forgotten = Host.Services.GetRequiredService<ForgottenPassword>();
        var answers = await AtOnceAsync(n => forgotten.ResetAsync(id, code, $"another horse battery {n}", GuideHost.Cancelled));
        Assert.Equal(1, answers.Count(answer => answer.Refusal is null));
    }

    [Fact]
    public async Task An_address_that_two_accounts_confirm_at_once_belongs_to_one()
    {
        var ids = new List<int>();
        foreach (var name in (string[])["twin-a", "twin-b"])
        {
            using var browser = new Browser(Host);
            await browser.RegisterAsync(name, "twin@example.org");
            ids.Add((await Host.MemberAsync(name)).Id);
        }

        var confirm = Host.Services.GetRequiredService<ConfirmMail>();
        var codes = await Task.WhenAll(
            ids.Select(id => CodeAsync(id, (members, member) => members.GenerateEmailConfirmationTokenAsync(member))));
        var answers = await AtOnceAsync(n => confirm.FirstAsync(ids[n % 2], codes[n % 2], GuideHost.Cancelled));
        Assert.Equal(1, answers.Count(answer => answer.Refusal is null));
        Assert.Equal(1, await Host.AskAsync(db => db.Members.CountAsync(
            m => m.Email == "twin@example.org" && m.EmailConfirmed, GuideHost.Cancelled)));
    }

    [Fact]
    public async Task Of_many_who_open_the_link_of_the_log_at_once_one_becomes_the_administrator()
    {
        var first = Host.Services.GetRequiredService<FirstAdmin>();
        var made = await AtOnceAsync(n => first.CreateAsync(new NewMember($"first-{n}", null, GuideHost.Password), GuideHost.Cancelled));
        Assert.Equal(1, made.Count(outcome => outcome.Refusal is null));
        Assert.Equal(1, await Host.AskAsync(db => db.Members.CountAsync(m => (m.Roles & Role.Admin) == Role.Admin, GuideHost.Cancelled)));
    }

    [Fact]
    public async Task Whoever_asks_how_often_from_wherever_a_mailbox_gets_five_mails_an_hour()
    {
        await MemberAsync("victim");
        var answers = await AtOnceAsync(async n =>
        {
            using var browser = new Browser(Host);
            if (n % 2 == 0)
            {
                await browser.OpenAsync("/account/forgotten");
                await browser.SendAsync("forgotten", ("Draft.Mail", "victim@example.org"));
            }
            else
            {
                await browser.RegisterAsync($"stranger-{n}", n % 4 == 1 ? "victim@example.org" : "Victim+tag@example.org");
            }

            return (browser.Status, browser.Location);
        });
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.Redirect, "/account/mailbox"), answer));
        Assert.Equal(MailAllowance.MostAnHour, await Host.AskAsync(db => db.Mails.CountAsync(
            m => m.To.ToLower().StartsWith("victim"), GuideHost.Cancelled)));
    }

    private static async Task<T[]> AtOnceAsync<T>(Func<int, Task<T>> act, int times = Many) =>
        await Task.WhenAll(Enumerable.Range(0, times).Select(n => Task.Run(() => act(n))));

    private async Task<int> MemberAsync(string name)
    {
        await Host.SignInAsync(name);
        return (await Host.MemberAsync(name)).Id;
    }

    private async Task<(string Key, string Recovery)> TurnOnAsync(string name)
    {
        using var browser = new Browser(Host, await Host.SignInAsync(name));
        var (key, codes) = await SecondFactorTests.TurnOnAsync(browser);
        return (key, codes[0]);
    }

    private async Task<string> CodeAsync(int id, Func<UserManager<Member>, Member, Task<string>> make)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<Member>>();
        return await make(members, (await members.FindByIdAsync(id.ToString(System.Globalization.CultureInfo.InvariantCulture)))!);
    }
}

public sealed class AtOnceOnSqliteTests(AccountDatabase site) : AtOnceTests(site), IClassFixture<AccountDatabase>;

public sealed class AtOnceOnPostgreSqlTests(PostgreSqlAccountDatabase site) : AtOnceTests(site), IClassFixture<PostgreSqlAccountDatabase>;
