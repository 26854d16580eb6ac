using System.Diagnostics.CodeAnalysis;
using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics;

namespace LlmGuide.Web.Catalogue.Resources.Edits;

/// <summary>A draft of a resource as a form sends it: everything is text, and what is wrong comes back as it was typed.</summary>
public sealed class ResourceForm
{
    /// <summary>Of the resource when the form was opened.</summary>
    public int Version { get; set; }

    public string? Slug { get; set; }

    public string? Title { get; set; }

    public string? AlsoKnownAs { get; set; }

    public string? Kind { get; set; }

    public string? Url { get; set; }

    /// <summary>One on each line.</summary>
    public string? Authors { get; set; }

    public string? Year { get; set; }

    public string? Month { get; set; }

    public string? Venue { get; set; }

    public string? ArxivId { get; set; }

    public string? Doi { get; set; }

    public string? Level { get; set; }

    public string? Access { get; set; }

    public string? Minutes { get; set; }

    public bool Essential { get; set; }

    public bool InOriginalGuide { get; set; }

    public string? Summary { get; set; }

    public bool Removed { get; set; }

    /// <remarks>What cannot be read as a list of places, Blazor gives as none at all.</remarks>
    [AllowNull]
    public IReadOnlyList<PlaceForm> Places { get; set => field = value ?? []; } = [];

    /// <summary>One slug on each line.</summary>
    public string? BuildsOn { get; set; }

    public string? Reason { get; set; }

    /// <summary>What the pressed button wants: nothing to save it, "preview" to look at it, "place" for one more topic.</summary>
    public string? Want { get; set; }

    public static ResourceForm Of(ResourceDraft draft, int version) => new()
    {
        Version = version,
        Slug = draft.Slug,
        Title = draft.Title,
        AlsoKnownAs = draft.AlsoKnownAs,
        Kind = draft.Kind.ToSlug(),
        Url = draft.Url,
        Authors = string.Join('\n', draft.Authors),
        Year = Text(draft.Year),
        Month = Text(draft.Month),
        Venue = draft.Venue,
        ArxivId = draft.ArxivId,
        Doi = draft.Doi,
        Level = draft.Level.ToSlug(),
        Access = draft.Access.ToSlug(),
        Minutes = draft.Minutes == 0 ? null : Text(draft.Minutes),
        Essential = draft.Essential,
        InOriginalGuide = draft.InOriginalGuide,
        Summary = draft.Summary,
        Removed = draft.Removed,
        Places = [.. draft.Placements.Select(PlaceForm.Of)],
        BuildsOn = string.Join('\n', draft.BuildsOn),
    };

    /// <summary>A new one, with what the address of the form already knows; each key is the name of a field.</summary>
    public static ResourceForm Of(IQueryCollection query)
    {
        string? Known(string key) => query[key].ToString() is { Length: > 0 } value ? value : null;
        return new ResourceForm
        {
            Url = Known("url"),
            Title = Known("title"),
            Kind = Known("kind") ?? ResourceKind.Paper.ToSlug(),
            Authors = Known("authors")?.Replace(Resource.AuthorSeparator, "\n", StringComparison.Ordinal),
            Year = Known("year"),
            Month = Known("month"),
            Venue = Known("venue"),
            ArxivId = Known("arxivId"),
            Doi = Known("doi"),
            Minutes = Known("minutes"),
            Summary = Known("summary"),
            Level = ResourceLevel.Intermediate.ToSlug(),
            Access = ResourceAccess.Open.ToSlug(),
            Places = [new PlaceForm { Topic = Known("topic") }],
        };
    }

    /// <returns>The draft; or which field is none, and why. Whether the draft holds to the rules is for them to say.</returns>
    public Outcome<ResourceDraft> Read()
    {
        var (year, month, minutes) = (Number(Year), Number(Month), Number(Minutes));
        return year is null ? Refusal.Rule("A year is four digits.", nameof(Year))
            : month is null ? Refusal.Rule("A month is a number from 1 to 12.", nameof(Month))
            : minutes is null ? Refusal.Rule("Say how many minutes, as a number.", nameof(Minutes))
            : new ResourceDraft
            {
                Slug = Slug ?? "",
                Title = Title ?? "",
                AlsoKnownAs = AlsoKnownAs,
                Kind = Names.Parse<ResourceKind>(Kind) ?? (ResourceKind)(-1),
                Url = Url ?? "",
                Authors = Lines(Authors),
                Year = year == 0 ? null : year,
                Month = month == 0 ? null : month,
                Venue = Venue,
                ArxivId = ArxivId,
                Doi = Doi,
                Level = Names.Parse<ResourceLevel>(Level) ?? (ResourceLevel)(-1),
                Access = Names.Parse<ResourceAccess>(Access) ?? (ResourceAccess)(-1),
                Minutes = minutes.Value,
                Essential = Essential,
                InOriginalGuide = InOriginalGuide,
                Summary = Summary ?? "",
                Removed = Removed,
                Placements = [.. Places.Where(place => place.IsKept).Select(place => place.Read())],
                BuildsOn = Lines(BuildsOn),
            };
    }

    private static List<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <returns>0 for nothing; <c>null</c> for what is no number.</returns>
    private static int? Number(string? text) =>
        string.IsNullOrWhiteSpace(text) ? 0
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A place in a topic as a form sends it.</summary>
public sealed class PlaceForm
{
    /// <summary>The topic's slug; none for a row that was left empty.</summary>
    public string? Topic { get; set; }

    public string? Role { get; set; }

    public string? CompanionOf { get; set; }

    public string? Why { get; set; }

    public bool Leave { get; set; }

    internal bool IsKept => !Leave && !string.IsNullOrWhiteSpace(Topic);

    internal static PlaceForm Of(PlacementDraft draft) =>
        new() { Topic = draft.Topic, Role = draft.Role.ToSlug(), CompanionOf = draft.CompanionOf, Why = draft.Why };

    internal PlacementDraft Read() => new(
        Topic!, Names.Parse<PlacementRole>(Role) ?? PlacementRole.Further, Why ?? "",
        string.IsNullOrWhiteSpace(CompanionOf) ? null : CompanionOf.Trim());
}
