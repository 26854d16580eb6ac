using System.Globalization;
using System.Text.RegularExpressions;

using LlmGuide.Core.Catalogue.Topics;

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

    /// <returns>The draft as it can be saved; or the first field that is wrong, and why.</returns>
    public async Task<Outcome<CheckedResource>> CheckAsync(ResourceDraft draft, CancellationToken cancellationToken)
    {
        var facts = Facts(draft);
        if (facts.Refusal is { } wrong)
        {
            return wrong;
        }

        var summary = await markdown.LineAsync(draft.Summary, LongestLine, nameof(draft.Summary), cancellationToken);
        if (summary.Refusal is { } unreadable)
        {
            return unreadable;
        }

        var whys = new List<Prose>();
        foreach (var place in draft.Placements)
        {
            var why = await markdown.LineAsync(place.Why, LongestLine, nameof(draft.Placements), cancellationToken);
            if (why.Refusal is { } refusal)
            {
                return refusal;
            }

            whys.Add(why.Value!);
        }

        return Missing(draft, summary.Value!, whys) is { } missing ? missing
            : new CheckedResource(facts.Value! with { Summary = summary.Value!.Markdown }, summary.Value, whys);
    }

    private Outcome<ResourceDraft> Facts(ResourceDraft draft)
    {
        var (title, known, venue) = (
            TypedLine.Read(draft.Title, LongestTitle, nameof(draft.Title)),
            TypedLine.Read(draft.AlsoKnownAs, LongestName, nameof(draft.AlsoKnownAs)),
            TypedLine.Read(draft.Venue, LongestName, nameof(draft.Venue)));
        var names = draft.Authors.Select(name => TypedLine.Read(name, LongestName, nameof(draft.Authors))).ToList();
        if (names.Append(venue).Append(known).Append(title).Select(line => line.Refusal)
            .LastOrDefault(refusal => refusal is not null) is { } wrong)
        {
            return wrong;
        }

        var slug = draft.Slug.Trim() is { Length: > 0 } typed ? typed : Slug.Of(title.Value!);
        var clean = draft with
        {
            Slug = slug,
            Title = title.Value!,
            AlsoKnownAs = Something(known.Value),
            Venue = Something(venue.Value),
            Authors = [.. names.Select(name => name.Value!).Where(name => name.Length > 0)],
            Url = draft.Url.Trim(),
            ArxivId = Something(draft.ArxivId?.Trim()),
            Doi = Something(draft.Doi?.Trim()),
        };
        return Wrong(clean) is { } refusal ? refusal : clean;
    }

    private Refusal? Wrong(ResourceDraft draft) =>
        draft.Title.Length == 0 ? Refusal.Rule("A resource needs a title.", nameof(draft.Title))
        : Slug.Fault(draft.Slug) is { } slug ? Refusal.Rule(slug, nameof(draft.Slug))
        : AddressFault(draft.Url) is { } fault ? Refusal.Rule(fault, nameof(draft.Url))
        : draft.Authors.Count == 0 ? Refusal.Rule("Say who made it: at least one name, or the organisation.", nameof(draft.Authors))
        : draft.Authors.Count > MostAuthors
            ? Refusal.Rule($"At most {MostAuthors} names, please; end with “et al.”.", nameof(draft.Authors))
        : draft.Authors.Any(name => name.Contains(';', StringComparison.Ordinal))
            ? Refusal.Rule("One name on each line, without semicolons.", nameof(draft.Authors))
        : draft.Year is < FirstYear || draft.Year > clock.GetUtcNow().Year + 1 ? Refusal.Rule(
            string.Create(CultureInfo.InvariantCulture, $"Enter a year from {FirstYear} to next year, or leave it empty."),
            nameof(draft.Year))
        : draft.Month is < 1 or > 12 ? Refusal.Rule("Enter a month from 1 to 12, or leave it empty.", nameof(draft.Month))
        : draft.Month is not null && draft.Year is null ? Refusal.Rule("A month needs a year.", nameof(draft.Month))
        : draft.Minutes is < 1 or > MostMinutes
            ? Refusal.Rule("Say how many minutes a first reading takes: 1 or more.", nameof(draft.Minutes))
        : !Enum.IsDefined(draft.Kind) ? Refusal.Rule("There is no such kind.", nameof(draft.Kind))
        : !Enum.IsDefined(draft.Level) ? Refusal.Rule("There is no such level.", nameof(draft.Level))
        : !Enum.IsDefined(draft.Access) ? Refusal.Rule("There is no such access.", nameof(draft.Access))
        : draft.ArxivId is { } arxiv && !ArxivIds().IsMatch(arxiv)
            ? Refusal.Rule("An arXiv number looks like 1706.03762, without a version.", nameof(draft.ArxivId))
        : draft.Doi is { } doi && !Dois().IsMatch(doi)
            ? Refusal.Rule("A DOI looks like 10.18653/v1/N19-1423, without https://doi.org/.", nameof(draft.Doi))
        : WrongRelations(draft);

    private static Refusal? WrongRelations(ResourceDraft draft) =>
        draft.BuildsOn.Count > MostRelations ? Refusal.Rule($"At most {MostRelations} works, please.", nameof(draft.BuildsOn))
        : draft.BuildsOn.Distinct(StringComparer.Ordinal).Count() != draft.BuildsOn.Count
            ? Refusal.Rule("List each work only once.", nameof(draft.BuildsOn))
        : draft.BuildsOn.Contains(draft.Slug) ? Refusal.Rule("A work does not build on itself.", nameof(draft.BuildsOn))
        : draft.Placements.Count > MostRelations ? Refusal.Rule($"At most {MostRelations} topics, please.", nameof(draft.Placements))
        : draft.Placements.DistinctBy(p => p.Topic, StringComparer.Ordinal).Count() != draft.Placements.Count
            ? Refusal.Rule("List each topic only once.", nameof(draft.Placements))
        : draft.Placements.FirstOrDefault(p => (p.Role == PlacementRole.Companion) != (p.CompanionOf is { Length: > 0 })) is { } place
            ? Refusal.Rule(
                $"In “{place.Topic}”: a companion, and only a companion, names the work that it explains.", nameof(draft.Placements))
        : draft.Placements.Any(p => p.CompanionOf == draft.Slug) ? Refusal.Rule("A work does not explain itself.", nameof(draft.Placements))
        : null;

    private static Refusal? Missing(ResourceDraft draft, Prose summary, List<Prose> whys) =>
        summary.Markdown.Length == 0 ? Refusal.Rule("Say in a line or two what it is.", nameof(draft.Summary))
        : whys.FindIndex(why => why.Markdown.Length == 0) is >= 0 and var at
            ? Refusal.Rule($"Say why it belongs in “{draft.Placements[at].Topic}”.", nameof(draft.Placements))
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
