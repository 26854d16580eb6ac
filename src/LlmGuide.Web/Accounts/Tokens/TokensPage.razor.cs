using System.Diagnostics.CodeAnalysis;
using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Accounts.Tokens;
using LlmGuide.Core.Members;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Accounts.Tokens;

public sealed partial class TokensPage
{
    private const int UsualDays = 90;

    private IReadOnlyList<OwnAccessToken> _tokens = [];
    private string? _made;

    [SupplyParameterFromForm(FormName = "token"), AllowNull]
    public TokenDraft Draft { get => field ??= new TokenDraft { Ends = Day(UsualDays) }; set; }

    [Inject]
    public required OwnAccessTokensQuery Tokens { get; set; }

    [Inject]
    public required CreateAccessToken Create { get; set; }

    [Inject]
    public required RemoveAccessToken Remove { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private FormState Form { get; } = new() { Prefix = "Draft" };

    private Actor Self => Http.Actor()!;

    protected override async Task OnInitializedAsync() => _tokens = await Tokens.RunAsync(Self.Id, Aborted);

    /// <summary>The answer to the form itself holds the token, and no other page ever does.</summary>
    private async Task MakeAsync()
    {
        var made = await Create.RunAsync(Self, new AccessTokenDraft(Draft.Name, Draft.Wanted, Draft.Ends), Aborted);
        if (!made.TryGet(out _made, out var refusal))
        {
            Form.Wrong = refusal;
            return;
        }

        (Draft.Name, Draft.Scopes, Draft.Ends) = ("", [], Day(UsualDays));
        _tokens = await Tokens.RunAsync(Self.Id, Aborted);
    }

    private async Task RemoveAsync(int token)
    {
        // One that is gone already is what was wanted.
        await Remove.RunAsync(Self, token, Aborted);
        Navigation.NavigateTo(Links.Tokens);
    }

    private string Day(int ahead) => Clock.GetUtcNow().AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Words(TokenScopes scope) => scope switch
    {
        TokenScopes.Read => "read what you have read, noted and bookmarked",
        TokenScopes.Learn => "mark what you have read",
        _ => "send suggestions in your name",
    };

    public sealed class TokenDraft
    {
        public string? Name { get; set; }

        public IReadOnlyList<string>? Scopes { get; set; } = [];

        public string? Ends { get; set; }

        internal TokenScopes Wanted => TokenScopeNames.Each.Where(Has).Aggregate(TokenScopes.None, (all, one) => all | one);

        internal bool Has(TokenScopes scope) => Scopes?.Contains(scope.ToSlug(), StringComparer.Ordinal) is true;
    }
}
