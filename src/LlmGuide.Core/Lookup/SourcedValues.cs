using System.Text;

using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Lookup;

/// <summary>Makes facts of what a source says, and none of what makes no sense. Sources are not to be trusted.</summary>
internal sealed class SourcedValues(string source)
{
    public const int LongestTitle = 300;
    private const int LongestName = 200;
    private const int LongestVenue = 200;
    private const int LongestAbstract = 3000;
    private const int Looked = 20_000;
    private const int MostAuthors = 200;
    private const int LongestMinutes = 10_000;

    public Fact<string>? Title(string? text) => Text(MarkedText.Decoded(Cut(text)), LongestTitle);

    /// <summary>Of a source that has marks in its titles, such as those of JATS.</summary>
    public Fact<string>? MarkedTitle(string? text) => Text(MarkedText.Plain(Cut(text)), LongestTitle);

    public Fact<string>? Venue(string? text) => Text(MarkedText.Plain(Cut(text)), LongestVenue);

    public Fact<string>? Abstract(string? text) => Text(MarkedText.Plain(Cut(text)), LongestAbstract);

    public Fact<ResourceKind>? Kind(ResourceKind? kind) => kind is { } known ? new Fact<ResourceKind>(known, source) : null;

    /// <summary>Names without what separates them in the catalogue.</summary>
    public Fact<IReadOnlyList<string>>? Authors(IEnumerable<string?> names)
    {
        IReadOnlyList<string> clean = [.. names.Select(name => Clean(name?.Replace(';', ' '), LongestName))
            .OfType<string>().Distinct(StringComparer.Ordinal).Take(MostAuthors)];
        return clean.Count > 0 ? new Fact<IReadOnlyList<string>>(clean, source) : null;
    }

    public Fact<string>? Doi(string? text) =>
        DoiNumber.Read(Clean(text, LongestTitle)) is { } doi && ResourceUrl.OfDoi(doi).ArxivId is null
            ? new Fact<string>(doi, source) : null;

    public Fact<string>? ArxivId(string? text) =>
        ResourceUrl.Parse(Clean(text, LongestName)).Value?.ArxivId is { } id ? new Fact<string>(id, source) : null;

    public Fact<int>? Minutes(double? minutes) =>
        minutes is > 0 and < LongestMinutes ? new Fact<int>(Math.Max(1, (int)Math.Round(minutes.Value)), source) : null;

    public Fact<int>? Year(int? year) => year is >= 1900 and <= 2100 ? new Fact<int>(year.Value, source) : null;

    public Fact<int>? Month(int? month) => month is >= 1 and <= 12 ? new Fact<int>(month.Value, source) : null;

    /// <summary>Year and month of a date, in any of the ways of <see cref="WrittenDate"/>.</summary>
    public WorkMetadata Date(string? text) => WrittenDate.Read(Clean(text, LongestName)) is var (year, month)
        ? new WorkMetadata { Year = Year(year), Month = Month(month) } : WorkMetadata.None;

    /// <summary>What is much longer than what is kept is not looked at to its end.</summary>
    private static string? Cut(string? text) => text is { Length: > Looked } ? text[..Looked] : text;

    private Fact<string>? Text(string? text, int max) => Clean(text, max) is { } clean ? new Fact<string>(clean, source) : null;

    /// <summary>One line without characters that are not seen, or that turn the text around.</summary>
    /// <returns><c>null</c> when nothing is left.</returns>
    private static string? Clean(string? text, int max)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                clean.Append(clean.Length > 0 && clean[^1] != ' ' ? " " : "");
            }
            else if (TypedLine.IsSeen(rune))
            {
                clean.Append(rune.ToString());
            }

            if (clean.Length > max)
            {
                break;
            }
        }

        var line = clean.ToString().TrimEnd();
        return line.Length == 0 ? null
            : line.Length > max ? $"{line[..(char.IsHighSurrogate(line[max - 2]) ? max - 2 : max - 1)].TrimEnd()}…" : line;
    }
}
