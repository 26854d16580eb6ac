using System.Text;

using LlmGuide.Core.Interchange.Lists.Reading;

namespace LlmGuide.Core.Interchange.Lists.Exporting;

/// <summary>The text of an awesome list.</summary>
internal static class AwesomeDocument
{
    private const string Title =
        "# Awesome Large Language Models [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)";

    private const string About = "> A reading path into large language models: what to read, in which order, and why.";

    public static string Of(IReadOnlyList<ListStage> stages)
    {
        var text = new StringBuilder().Append(Title).Append("\n\n").Append(About).Append('\n');
        if (stages.Count > 0)
        {
            Contents(text, stages);
        }

        foreach (var stage in stages)
        {
            Section(text, "##", stage.Title, stage.Summary);
            foreach (var topic in stage.Topics)
            {
                if (topic.Title is { } title)
                {
                    Section(text, "###", title, topic.Summary);
                }

                Works(text.Append('\n'), topic.Works);
            }
        }

        return text.ToString();
    }

    private static void Contents(StringBuilder text, IReadOnlyList<ListStage> stages)
    {
        var anchors = new GitHubAnchors();
        anchors.Next("Awesome Large Language Models");
        anchors.Next("Contents");
        text.Append("\n## Contents\n\n");
        foreach (var stage in stages)
        {
            Line("- ", stage.Title);
            foreach (var topic in stage.Topics.Select(topic => topic.Title).OfType<string>())
            {
                Line("  - ", topic);
            }
        }

        void Line(string mark, string title) =>
            text.Append(mark).Append('[').Append(AwesomeText.Title(title)).Append("](#").Append(anchors.Next(title)).Append(")\n");
    }

    private static void Section(StringBuilder text, string mark, string title, string summary)
    {
        text.Append('\n').Append(mark).Append(' ').Append(AwesomeText.Title(title)).Append('\n');
        if (summary.Length > 0)
        {
            text.Append('\n').Append(AwesomeText.Paragraph(summary)).Append('\n');
        }
    }

    private static void Works(StringBuilder text, IReadOnlyList<ListRow> works)
    {
        var here = works.Select(work => work.Id).ToHashSet();
        var nested = works.Where(IsNested).ToLookup(work => work.CompanionOf);
        foreach (var work in works.Where(work => !IsNested(work)))
        {
            Item(text, "- ", work);
            foreach (var companion in nested[work.Id])
            {
                Item(text, "  - ", companion);
            }
        }

        // "Slides" within the item of a work would be read as its slides.
        bool IsNested(ListRow work) => work.CompanionOf is { } of && here.Contains(of) && !LinkWords.IsPurpose(work.Title);
    }

    private static void Item(StringBuilder text, string mark, ListRow work)
    {
        text.Append(mark).Append('[').Append(AwesomeText.Title(work.Title)).Append("](").Append(AwesomeText.Address(work.Url)).Append(')');
        var description = AwesomeText.Description(work.Summary, work.Title);
        text.Append(description.Length > 0 ? " - " : "").Append(description).Append('\n');
    }
}

/// <param name="Topics">In order; works that stand in none have a topic without a title.</param>
internal sealed record ListStage(string Title, string Summary, IReadOnlyList<ListTopic> Topics);

internal sealed record ListTopic(string? Title, string Summary, IReadOnlyList<ListRow> Works);

/// <summary>A stage or a topic.</summary>
internal sealed record ListHeading(int Position, string Title, string Summary);

/// <param name="CompanionOf">The number of the work that it explains in its topic.</param>
internal sealed record ListRow(
    int Id, string Title, string Url, string? UrlKey, string Summary, int? CompanionOf, ListHeading? Stage, ListHeading? Topic);
