using LlmGuide.Core.Members;
using LlmGuide.Web.Accounts.Tickets;

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>The codes in the links of mails.</summary>
public sealed class MailCodesTests : IAsyncLifetime
{
    private const string Reset = UserManager<Member>.ResetPasswordTokenPurpose;
    private const string Confirm = UserManager<Member>.ConfirmEmailTokenPurpose;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));

    private GuideHost _host = null!;
    private AsyncServiceScope _scope;
    private Member _ada = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await AccountSite.StartAsync();
        await _host.SignInAsync("ada");
        _scope = _host.Services.CreateAsyncScope();
        _ada = (await Members.FindByNameAsync("ada"))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _host.DisposeAsync();
    }

    private MailCodes Codes => new(_clock);

    private UserManager<Member> Members => _scope.ServiceProvider.GetRequiredService<UserManager<Member>>();

    [Theory]
    [InlineData(Reset, 1)]
    [InlineData("ChangeEmail:ada@example.org", 1)]
    [InlineData(Confirm, 24)]
    public async Task A_code_is_short_and_good_for_hours(string purpose, int hours)
    {
        var code = await Codes.GenerateAsync(purpose, Members, _ada);
        Assert.Equal(28, code.Length);
        Assert.DoesNotContain(code, sign => !char.IsAsciiLetterOrDigit(sign) && sign is not ('-' or '_'));
        _clock.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(1));
        Assert.True(await Codes.ValidateAsync(purpose, code, Members, _ada));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await Codes.ValidateAsync(purpose, code, Members, _ada));
    }

    [Fact]
    public async Task It_opens_nothing_else_and_nothing_twice()
    {
        await _host.SignInAsync("eve");
        var eve = (await Members.FindByNameAsync("eve"))!;
        var code = await Codes.GenerateAsync(Reset, Members, _ada);
        Assert.False(await Codes.ValidateAsync(Confirm, code, Members, _ada));
        Assert.False(await Codes.ValidateAsync(Reset, code, Members, eve));
        Assert.True(await Codes.ValidateAsync(Reset, code, Members, _ada));
        await Members.UpdateSecurityStampAsync(_ada);
        Assert.False(await Codes.ValidateAsync(Reset, code, Members, _ada));
    }

    [Fact]
    public async Task What_was_changed_on_the_way_opens_nothing()
    {
        var code = await Codes.GenerateAsync(Reset, Members, _ada);
        var changed = code.Select((sign, at) => $"{code[..at]}{(sign == 'A' ? 'B' : 'A')}{code[(at + 1)..]}");
        foreach (var other in changed.Concat(["", "A", code + "A", code[..^1], "not a code at all, but a sentence", code + "\n"]))
        {
            Assert.False(await Codes.ValidateAsync(Reset, other, Members, _ada), other);
        }
    }

    [Fact]
    public void Every_mail_has_one()
    {
        var tokens = _host.Services.GetRequiredService<IOptions<IdentityOptions>>().Value.Tokens;
        Assert.Equal(
            [MailCodes.Provider],
            new[] { tokens.EmailConfirmationTokenProvider, tokens.PasswordResetTokenProvider, tokens.ChangeEmailTokenProvider }.Distinct());
    }
}
