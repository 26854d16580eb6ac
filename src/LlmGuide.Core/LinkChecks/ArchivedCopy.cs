using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Lookup;

namespace LlmGuide.Core.LinkChecks;

/// <summary>Asks the Internet Archive for a copy of a page (https://archive.org/help/wayback_api.php).</summary>
public sealed class ArchivedCopy(IWebClient outside, FactSources sources)
{
    private const string Archive = "web.archive.org";

    /// <summary>Its answer is one address with its date.</summary>
    private const int MostOfAnAnswer = 64 * 1024;

    /// <returns>The address of the copy; <c>null</c> when there is none, or the archive does not answer.</returns>
    public async Task<string?> FindAsync(string url, CancellationToken cancellationToken)
    {
        var answer = await outside.AskAsync(new LookupRequest(
            $"{sources.Wayback}/wayback/available?url={Uri.EscapeDataString(url)}",
            Accept: "application/json", MostBytes: MostOfAnAnswer), cancellationToken);
        if (!answer.Ok)
        {
            return null;
        }

        using var document = Json.Parse(answer);
        var copy = Json.Text(Json.At(document?.RootElement, "archived_snapshots", "closest", "url"));
        return copy is { Length: <= ResourceUrl.MaxLength } && Uri.TryCreate(copy, UriKind.Absolute, out var found)
            && found.Host == Archive && found.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? $"https://{Archive}{found.PathAndQuery}"
            : null;
    }
}
