using System.Globalization;

using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Text;

namespace LlmGuide.Core.Interchange.Twins;

/// <summary>A work at its place in a topic, as a line of Markdown.</summary>
internal sealed record TwinPlace(
    string Slug, string Title, string Url, string AuthorNames, int? Year, int Minutes, PlacementRole Role, string Why, string? CompanionOf)
{
    public string Write(Func<string, string> whole) =>
        $"{MarkdownText.Link(Title, Url)}, {MarkdownText.Escape(Authors(AuthorNames))}"
        + $"{(Year is { } year ? ", " + year.ToString(CultureInfo.InvariantCulture) : "")}"
        + string.Create(
            CultureInfo.InvariantCulture, $", {Minutes} minutes ({MarkdownText.Link("in the guide", whole($"/resources/{Slug}.md"))}). ")
        + Why;

    /// <param name="names">See <see cref="Resource.AuthorNames"/>.</param>
    public static string Authors(string names) =>
        string.Join(", ", names.Split(Resource.AuthorSeparator, StringSplitOptions.RemoveEmptyEntries));
}
