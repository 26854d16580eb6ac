using System.Globalization;

using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Lookup;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Suggestions.Making;

/// <summary>A work that somebody proposes, as a draft that a curator can accept as it is.</summary>
internal static class NewWork
{
    private const int Unreadable = -1;

    private static readonly char[] BetweenNames = [',', ';', '\n', '\r'];

    /// <returns>The proposal; or the fields that are wrong, by their names in <see cref="SuggestionDraft"/>.</returns>
    public static async Task<Outcome<Proposal>> ReadAsync(SuggestionDraft typed, ResourceRules rules, CancellationToken cancellationToken)
    {
        var parsed = ResourceUrl.Parse(typed.Url);
        var address = parsed.Value;
        var why = OneLine(typed.Why);
        var draft = new ResourceDraft
        {
            Title = typed.Title ?? "",
            Kind = typed.WorkKind ?? (ResourceKind)Unreadable,
            Url = address?.Canonical ?? typed.Url ?? "",
            Authors = Names(typed.Authors),
            Year = Number(typed.Year),
            Venue = typed.Venue,
            ArxivId = address?.ArxivId,
            Doi = address?.Doi,
            Level = typed.Level ?? ResourceLevel.Intermediate,
            Minutes = Number(typed.Minutes) ?? Unreadable,
            Summary = why,
            Placements = typed.Topic is { Length: > 0 } topic ? [new PlacementDraft(topic, PlacementRole.Further, why)] : [],
        };
        var checkedDraft = await rules.CheckAsync(draft, cancellationToken);
        var wrong = checkedDraft.Refusal?.About(FieldOf);
        return Refusal.All(parsed.Refusal?.About(_ => nameof(typed.Url)), wrong) is { } refusal
            ? refusal
            : new Proposal(SuggestionKind.Resource, DraftJson.Of(checkedDraft.Value!.Draft), why)
            {
                Title = checkedDraft.Value.Draft.Title,
                UrlKey = address!.Key,
            };
    }

    /// <returns>What the form begins with when other sites know something; what nobody knows stays as it was asked.</returns>
    public static SuggestionDraft Of(PastedAddress found, SuggestionDraft asked) => asked with
    {
        Kind = SuggestionKind.Resource,
        Url = found.Address.Canonical,
        Title = found.Facts.Title?.Value ?? asked.Title,
        WorkKind = found.Facts.Kind?.Value ?? asked.WorkKind,
        Authors = found.Facts.Authors is { Value: var names } ? string.Join(", ", names) : asked.Authors,
        Year = found.Facts.Year?.Value.ToString(CultureInfo.InvariantCulture) ?? asked.Year,
        Venue = found.Facts.Venue?.Value ?? asked.Venue,
        Minutes = found.Facts.Minutes?.Value.ToString(CultureInfo.InvariantCulture) ?? asked.Minutes,
    };

    /// <summary>What was typed, or what comes to the same.</summary>
    public static SuggestionDraft Typed(Suggestion made)
    {
        var work = DraftJson.Read<ResourceDraft>(made.Value);
        return new SuggestionDraft
        {
            Kind = SuggestionKind.Resource,
            Url = work.Url,
            Title = work.Title,
            WorkKind = work.Kind,
            Authors = string.Join(", ", work.Authors),
            Year = work.Year?.ToString(CultureInfo.InvariantCulture),
            Venue = work.Venue,
            Minutes = work.Minutes.ToString(CultureInfo.InvariantCulture),
            Level = work.Level,
            Topic = work.Placements is [var place, ..] ? place.Topic : null,
            Why = made.Why,
            CommentId = made.CommentId,
        };
    }

    /// <summary>Names, whatever somebody puts between them.</summary>
    public static IReadOnlyList<string> Names(string? typed) =>
        [.. (typed ?? "").Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Several lines as one.</summary>
    public static string OneLine(string? typed) =>
        string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <returns><c>null</c> for nothing; what is no number no rule takes.</returns>
    private static int? Number(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null
        : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Unreadable;

    private static string? FieldOf(string? field) => field switch
    {
        nameof(ResourceDraft.Summary) or nameof(ResourceDraft.Placements) => nameof(SuggestionDraft.Why),
        nameof(ResourceDraft.Slug) => nameof(SuggestionDraft.Title),
        nameof(ResourceDraft.Kind) => nameof(SuggestionDraft.WorkKind),
        nameof(ResourceDraft.ArxivId) or nameof(ResourceDraft.Doi) => nameof(SuggestionDraft.Url),
        _ => field,
    };
}
