using System.Globalization;
using System.Text.RegularExpressions;

using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Catalogue.Resources.Edits;

/// <summary>What a draft of a resource must hold to, as far as the draft alone tells.</summary>
public sealed partial class ResourceRules(IMarkdown markdown, TimeProvider clock)
{
    public const int LongestTitle = 300;
    public const int LongestName = 200;
    public const int LongestAddress = 2_000;
    public const int LongestLine = 1_000;
    public const int MostAuthors = 1_000;
    public const int MostRelations = 100;
    public const int MostMinutes = 100_000;

    private const int FirstYear = 1900;

    /// <returns>The draft as it can be saved; or all that is wrong, the first of each field.</returns>
    public async Task<Outcome<CheckedResource>> CheckAsync(ResourceDraft draft, CancellationToken cancellationToken)
    {
        var lines = new DraftLines();
        var clean = Clean(draft, lines);
        lines.Add(Wrong(clean, clock.GetUtcNow().Year));
        var summary = await LineAsync(
            draft.Summary, nameof(draft.Summary), "Say in a line or two what it is, and why it helps.", lines, cancellationToken);
        var whys = new List<Prose>();
        foreach (var place in draft.Placements)
        {
            var missing = $"Say why it belongs in “{place.Topic}”.";
            whys.Add(await LineAsync(place.Why, nameof(draft.Placements), missing, lines, cancellationToken));
        }

        return lines.Wrong is { } wrong
            ? wrong : new CheckedResource(clean with { Summary = summary.Markdown }, summary, whys);
    }

    private async Task<Prose> LineAsync(
        string text, string field, string missing, DraftLines lines, CancellationToken cancellationToken)
    {
        var line = await markdown.LineAsync(text, LongestLine, field, cancellationToken);
        if (line.Value is { Markdown.Length: > 0 } prose)
        {
            return prose;
        }

        lines.Add(line.Refusal ?? Refusal.Rule(missing, field));
        return Prose.Empty;
    }

    private static ResourceDraft Clean(ResourceDraft draft, DraftLines lines)
    {
        var title = lines.Line(draft.Title, LongestTitle, nameof(draft.Title));
        return draft with
        {
            Slug = draft.Slug.Trim() is { Length: > 0 } typed ? typed : Slug.Of(title),
            Title = title,
            AlsoKnownAs = lines.Optional(draft.AlsoKnownAs, LongestName, nameof(draft.AlsoKnownAs)),
            Venue = lines.Optional(draft.Venue, LongestName, nameof(draft.Venue)),
            Authors = AuthorList.Clean(
                draft.Authors.Select(name => lines.Optional(name, LongestName, nameof(draft.Authors))).OfType<string>()),
            Url = draft.Url.Trim(),
            ArxivId = Something(ResourceUrl.Parse(draft.ArxivId).Value?.ArxivId ?? draft.ArxivId?.Trim()),
            Doi = Something(DoiNumber.Read(draft.Doi) ?? ResourceUrl.Parse(draft.Doi).Value?.Doi ?? draft.Doi?.Trim()),
        };
    }

    /// <param name="draft">With its lines cleaned.</param>
    internal static IEnumerable<Refusal> Wrong(ResourceDraft draft, int thisYear) => ((Refusal?[])
    [
        draft.Title.Length == 0 ? Refusal.Rule("A resource needs a title.", nameof(draft.Title)) : null,
        draft is { Title: "", Slug: "" } || Slug.Fault(draft.Slug) is not { } slug ? null : Refusal.Rule(slug, nameof(draft.Slug)),
        AddressFault(draft.Url) is { } fault ? Refusal.Rule(fault, nameof(draft.Url)) : null,
        draft.Authors.Count switch
        {
            0 => Refusal.Rule("Say who made it: at least one name, or the organisation.", nameof(draft.Authors)),
            > MostAuthors => Refusal.Rule($"At most {MostAuthors} names, please; end with “et al.”.", nameof(draft.Authors)),
            _ when draft.Authors.Any(name => name.Contains(';', StringComparison.Ordinal)) =>
                Refusal.Rule("One name on each line, without semicolons.", nameof(draft.Authors)),
            _ => null,
        },
        draft.Year is < FirstYear || draft.Year > thisYear + 1 ? Refusal.Rule(
            string.Create(CultureInfo.InvariantCulture, $"Enter a year of four digits, from {FirstYear} to next year, or leave it empty."),
            nameof(draft.Year)) : null,
        draft.Month is < 1 or > 12 ? Refusal.Rule("Enter a month from 1 to 12, or leave it empty.", nameof(draft.Month))
            : draft.Month is not null && draft.Year is null ? Refusal.Rule("A month needs a year.", nameof(draft.Month)) : null,
        draft.Minutes is < 1 or > MostMinutes
            ? Refusal.Rule("Say how many minutes a first reading takes: 1 or more.", nameof(draft.Minutes)) : null,
        Enum.IsDefined(draft.Kind) ? null : Refusal.Rule("Choose its kind.", nameof(draft.Kind)),
        Enum.IsDefined(draft.Level) ? null : Refusal.Rule("Choose its level.", nameof(draft.Level)),
        Enum.IsDefined(draft.Access) ? null : Refusal.Rule("Choose its access.", nameof(draft.Access)),
        draft.ArxivId is { } arxiv && !ArxivIds().IsMatch(arxiv)
            ? Refusal.Rule("An arXiv number looks like 1706.03762, without a version.", nameof(draft.ArxivId)) : null,
        draft.Doi is { } doi && !Dois().IsMatch(doi)
            ? Refusal.Rule("A DOI looks like 10.18653/v1/N19-1423, without https://doi.org/.", nameof(draft.Doi)) : null,
        WrongFoundations(draft),
        WrongPlaces(draft),
    ]).OfType<Refusal>();

    private static Refusal? WrongFoundations(ResourceDraft draft) =>
        draft.BuildsOn.Count > MostRelations ? Refusal.Rule($"At most {MostRelations} works, please.", nameof(draft.BuildsOn))
        : draft.BuildsOn.Distinct(StringComparer.Ordinal).Count() != draft.BuildsOn.Count
            ? Refusal.Rule("List each work only once.", nameof(draft.BuildsOn))
        : draft.BuildsOn.Contains(draft.Slug) ? Refusal.Rule("A work does not build on itself.", nameof(draft.BuildsOn))
        : null;

    private static Refusal? WrongPlaces(ResourceDraft draft) =>
        draft.Placements.Count > MostRelations ? Refusal.Rule($"At most {MostRelations} topics, please.", nameof(draft.Placements))
        : draft.Placements.DistinctBy(p => p.Topic, StringComparer.Ordinal).Count() != draft.Placements.Count
            ? Refusal.Rule("List each topic only once.", nameof(draft.Placements))
        : draft.Placements.FirstOrDefault(p => (p.Role == PlacementRole.Companion) != (p.CompanionOf is { Length: > 0 })) is { } place
            ? Refusal.Rule(
                $"In “{place.Topic}”: a companion, and only a companion, names the work that it explains.", nameof(draft.Placements))
        : draft.Placements.FirstOrDefault(p => p.Minutes is < 1 or > MostMinutes) is { } unread
            ? Refusal.Rule(
                $"In “{unread.Topic}”: say how many minutes the part takes that is used there, or leave it empty.",
                nameof(draft.Placements))
        : draft.Placements.Any(p => p.CompanionOf == draft.Slug) ? Refusal.Rule("A work does not explain itself.", nameof(draft.Placements))
        : null;

    private static string? AddressFault(string url) =>
        url.Length == 0 ? "Enter its link."
        : url.Length > LongestAddress ? $"At most {LongestAddress} characters, please."
        : !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host.Length == 0
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            ? "This is not a complete address: it must begin with https:// or http://."
        : address.UserInfo.Length > 0 ? "The address contains a user name or a password. Paste it without."
        : url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) ? "There is a space in this address."
        : null;

    private static string? Something(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // https://info.arxiv.org/help/arxiv_identifier.html
    [GeneratedRegex(@"^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?/\d{7})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArxivIds();

    // https://www.crossref.org/blog/dois-and-matching-regular-expressions/
    [GeneratedRegex(@"^10\.\d{4,9}/[-._;()/:A-Za-z0-9<>\[\]+#&%=,]{1,200}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dois();
}
