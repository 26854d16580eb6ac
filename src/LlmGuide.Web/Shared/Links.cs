using System.Globalization;

using LlmGuide.Core.Catalogue;

using Microsoft.AspNetCore.WebUtilities;

namespace LlmGuide.Web.Shared;

/// <summary>Every address of the site. Features meet here, not in each other's code.</summary>
public static class Links
{
    public const string Home = "/";
    public const string Resources = "/resources";
    public const string Tasks = "/tasks";
    public const string Search = "/search";
    public const string About = "/about";
    public const string Api = "/api";
    public const string OpenApi = "/openapi/v1.json";
    public const string Theme = "/theme";
    public const string OpenSearch = "/opensearch.xml";
    public const string Manifest = "/manifest.webmanifest";

    // accounts
    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string Register = "/account/register";
    public const string Mailbox = "/account/mailbox";
    public const string Account = "/account";
    public const string ChangePassword = "/account/password";
    public const string ChangeMail = "/account/mail";
    public const string Forgotten = "/account/forgotten";
    public const string ResetPassword = "/account/reset";
    public const string ConfirmMail = "/account/confirm";
    public const string ConfirmNewMail = "/account/confirm-mail";
    public const string TwoFactor = "/account/two-factor";
    public const string Authenticator = "/account/authenticator";
    public const string Passkeys = "/account/passkeys";
    public const string PasskeyOptions = "/account/passkeys/options";
    public const string External = "/account/external";
    public const string ExternalStart = "/account/external/start";
    public const string OwnData = "/account/data.zip";
    public const string Leave = "/account/delete";
    public const string Setup = "/setup";
    public const string Admin = "/admin";

    public static string Member(string name) => $"/u/{name}";

    /// <summary>Sign-in that brings its visitor back.</summary>
    public static string SignInFor(string back) => With(SignIn, KeyValuePair.Create<string, string?>("back", back));

    public static string Comment(int id) => string.Create(CultureInfo.InvariantCulture, $"/c/{id}");

    public static string Topic(string slug) => $"/topics/{slug}";

    public static string Resource(string slug) => $"/resources/{slug}";

    /// <summary>A task in the table, until it has a page of its own.</summary>
    public static string TaskRow(string slug) => $"{Tasks}#{slug}";

    public static string ResourcesOfTopic(string slug) => QueryHelpers.AddQueryString(Resources, "topic", slug);

    public static string ResourcesOfKind(ResourceKind kind) => QueryHelpers.AddQueryString(Resources, "kind", Core.Names.Of(kind));

    public static string ArxivPdf(string arxivId) => $"https://arxiv.org/pdf/{arxivId}";

    public static string Arxiv(string arxivId) => $"https://arxiv.org/abs/{arxivId}";

    public static string Doi(string doi) => $"https://doi.org/{doi}";

    /// <summary>The address with these keys in its query; those without a value are left out.</summary>
    public static string With(string path, params IEnumerable<KeyValuePair<string, string?>> query) =>
        QueryHelpers.AddQueryString(path, query.Where(q => !string.IsNullOrEmpty(q.Value)));
}
