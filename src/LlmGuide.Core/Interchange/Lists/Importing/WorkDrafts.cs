using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Interchange.Lists.Parts;
using LlmGuide.Core.Text;

namespace LlmGuide.Core.Interchange.Lists.Importing;

/// <summary>
/// Makes of what a list says the drafts that a curator would fill in. What a list does not say is an estimate by kind, or says itself
/// that it has yet to be written.
/// </summary>
internal sealed class WorkDrafts(KnownCatalogue known, ListChoice choice)
{
    private const int LongestWords = 450;

    public ResourceDraft Of(PlannedWork work)
    {
        var (line, address, topic) = (work.Line, work.Address!, work.Topic!);
        var title = Words.Cut(Words.Line(line.Title ?? ""), ResourceRules.LongestTitle);
        title = title.Length > 0 ? title : Words.Cut(address.Canonical, ResourceRules.LongestTitle);
        var kind = WorkDefaults.Kind(address);
        var (year, month) = WorkDefaults.Date(address, line.Description);
        var explained = work.CompanionOf is { } of ? of.Known?.Slug ?? of.Checked?.Draft.Slug : null;
        return new ResourceDraft
        {
            Slug = FreeSlug.Of(title, $"{address.Host} {new Uri(address.Canonical).AbsolutePath}", known.ResourceSlugs),
            Title = title,
            Kind = kind,
            Url = address.Canonical,
            Authors = WorkDefaults.Authors(address, line.Description),
            Year = year,
            Month = month,
            ArxivId = address.ArxivId,
            Level = ResourceLevel.Intermediate,
            Minutes = WorkDefaults.Minutes(kind),
            Summary = Prose(line.Description)
                ?? $"Imported from the list “{Prose(choice.Name)}”, which does not describe it; to be reviewed.",
            Placements = [new PlacementDraft(
                topic.Slug, explained is null ? PlacementRole.Further : PlacementRole.Companion, Why(work), explained)],
        };
    }

    /// <summary>The words of a place: where in the list the work stood.</summary>
    public string Why(PlannedWork work)
    {
        // Where the topic is a heading of the list, those below it; where all goes into one, all but the title of the list.
        var headings = work.Line.Section.Headings;
        var above = work.Topic!.Heading?.Headings.Count ?? (headings is [var first, ..] && first == choice.Name ? 1 : 0);
        var below = headings.Skip(above);
        var under = string.Join(" › ", below.Append(work.Line.Under).OfType<string>());
        return under.Length == 0 ? $"From the list “{Prose(choice.Name)}”; to be reviewed."
            : $"From the list “{Prose(choice.Name)}”, under {Prose(under)}; to be reviewed.";
    }

    public TopicDraft Of(PlannedTopic topic)
    {
        var said = topic.Heading is { Introduction.Count: > 0 } heading ? string.Join("\n\n", heading.Introduction) : "";
        return new TopicDraft
        {
            Slug = topic.Slug,
            Title = topic.Title,
            Summary = Words.Cut($"Imported from the list “{choice.Name}”; to be reviewed.", TopicRules.LongestLine),
            Objective = "To be written.",
            Introduction = said.Length is > 0 and <= TopicRules.LongestIntroduction ? said
                : $"Imported from the list “{Prose(choice.Name)}”. An introduction is to be written.",
        };
    }

    // What is escaped is at most twice as long.
    private static string? Prose(string? words) =>
        string.IsNullOrEmpty(words) ? null : MarkdownText.Escape(Words.Cut(Words.Line(words), LongestWords));
}
