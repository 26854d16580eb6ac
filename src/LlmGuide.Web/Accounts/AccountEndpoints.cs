using LlmGuide.Core.Members;
using LlmGuide.Web.Accounts.Own;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Limits;

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace LlmGuide.Web.Accounts;

/// <summary>What is not a page: where other sites' sign-in begins, and what a browser needs to use a passkey.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder site)
    {
        var own = site.MapGroup("").WithMetadata(new PersonalPageAttribute()).ExcludeFromDescription();
        own.MapGet(Links.ExternalStart, StartAsync);
        own.MapGet(Links.OwnData, OwnDataArchive.AnswerAsync).RequireAuthorization();
        own.MapPost(Links.PasskeyOptions, OptionsAsync).Limited(Limit.SignIn).Finally(ReadableForm.Before);
    }

    // A link and no form: browsers hold the policy form-action 'self' against the redirect of a form, too.
    private static async Task<IResult> StartAsync(
        HttpContext http, MemberSignIn signIn, IAuthenticationSchemeProvider schemes, string? provider, string? back)
    {
        if (provider is null || await schemes.GetSchemeAsync(provider) is not { DisplayName.Length: > 0 })
        {
            return Results.NotFound();
        }

        var next = Links.With(Links.External, KeyValuePair.Create<string, string?>("back", LocalAddress.Of(back)));
        var self = http.Actor()?.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Results.Challenge(signIn.ConfigureExternalAuthenticationProperties(provider, next, self), [provider]);
    }

    /// <summary>For somebody who is signed in, what a new passkey must be; for everybody else, what to ask one for.</summary>
    private static async Task<IResult> OptionsAsync(HttpContext http, MemberSignIn signIn, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        var options = http.Actor() is { } self
            ? await signIn.MakePasskeyCreationOptionsAsync(EntityOf(self))
            : await signIn.MakePasskeyRequestOptionsAsync(user: null);
        return Results.Content(options, "application/json");
    }

    private static PasskeyUserEntity EntityOf(Actor self) => new()
    {
        Id = self.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Name = self.Name,
        DisplayName = self.Name,
    };
}
