using LlmGuide.Core;
using LlmGuide.Core.Accounts.Own;
using LlmGuide.Core.Members;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Accounts.Own;

public sealed partial class AuthenticatorPage
{
    private bool _on;
    private bool _hasPassword;
    private int _left;
    private string? _key;
    private IReadOnlyList<string> _recovery = [];

    [SupplyParameterFromForm]
    public AuthenticatorDraft Draft { get => field ??= new AuthenticatorDraft(); set; }

    [Inject]
    public required SecondFactor Factor { get; set; }

    [Inject]
    public required IOptions<SiteOptions> Site { get; set; }

    [Inject]
    internal MemberSignIn SignIn { get; set; } = null!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private FormState Form { get; } = new() { Prefix = "Draft" };

    private Actor Self => Http.Actor()!;

    /// <summary>The format of https://github.com/google/google-authenticator/wiki/Key-Uri-Format, which every app reads.</summary>
    private string Address =>
        $"otpauth://totp/{Uri.EscapeDataString(Site.Value.Title)}:{Uri.EscapeDataString(Self.Name)}?secret="
        + $"{_key}&issuer={Uri.EscapeDataString(Site.Value.Title)}&digits=6";

    protected override async Task OnInitializedAsync()
    {
        var state = (await Factor.LookAsync(Self, Aborted)).Value!;
        (_on, _left, _key, _hasPassword) = (state.On, state.CodesLeft, state.Key, state.HasPassword);
    }

    private async Task TurnOnAsync() => await ShowAsync(await Factor.TurnOnAsync(Self, Draft.Code ?? "", Draft.Current, Aborted));

    private async Task ChangeAsync()
    {
        if (Draft.Wanted == "codes")
        {
            await ShowAsync(await Factor.NewCodesAsync(Self, Draft.Current, Aborted));
            return;
        }

        var done = await Factor.TurnOffAsync(Self, Draft.Current, Aborted);
        if (!Form.IsRight(done.Refusal))
        {
            return;
        }

        await SignIn.StayAsync(Self);
        Navigation.NavigateTo(Links.Account);
    }

    private async Task ShowAsync(Outcome<IReadOnlyList<string>> codes)
    {
        if (!codes.TryGet(out var fresh, out var refusal))
        {
            Form.Wrong = refusal;
            return;
        }

        await SignIn.StayAsync(Self);
        _recovery = fresh;
    }

    private static string Spaced(string key) => string.Join(' ', key.Chunk(4).Select(four => new string(four))).ToLowerInvariant();

    public sealed class AuthenticatorDraft
    {
        public string? Code { get; set; }

        public string? Current { get; set; }

        public string? Wanted { get; set; }
    }
}
