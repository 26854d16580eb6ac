using System.Globalization;
using System.Text;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Data;
using LlmGuide.Core.Figures;
using LlmGuide.Core.Text;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Twins;

/// <summary>A topic as one Markdown document: all that its page says, for whoever reads without a browser.</summary>
public sealed class TopicTwin(IDbContextFactory<GuideDb> databases, FigureLibrary figures)
{
    /// <param name="whole">Makes an address of the site whole.</param>
    /// <returns><c>null</c> when no topic has this slug.</returns>
    public async Task<string?> WriteAsync(string slug, Func<string, string> whole, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var topics = db.Topics;
        var topic = await db.Topics.AsNoTracking().Where(t => t.Slug == slug).Select(t => new
        {
            t.Id,
            t.Title,
            Stage = t.Stage.Title,
            t.Position,
            Topics = topics.Count(),
            t.Objective,
            t.Introduction.Markdown,
            t.Concepts,
            t.Checks,
            t.CheckedAt,
        }).FirstOrDefaultAsync(cancellationToken);
        if (topic is null)
        {
            return null;
        }

        var edges = await db.Prerequisites.AsNoTracking().Where(p => p.TopicId == topic.Id || p.RequiredId == topic.Id)
            .Select(p => new { p.RequiredId, p.Topic, p.Required, p.Reason }).ToListAsync(cancellationToken);
        var places = await db.Placements.AsNoTracking().Where(p => p.TopicId == topic.Id).OrderBy(p => p.Position).ThenBy(p => p.Id)
            .Select(p => new TwinPlace(
                p.Resource.Slug, p.Resource.Title, p.Resource.Url, p.Resource.AuthorNames, p.Resource.Year,
                p.Minutes ?? p.Resource.Minutes, p.Role, p.Why.Markdown, p.CompanionOf!.Slug))
            .ToListAsync(cancellationToken);
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"# {MarkdownText.Escape(topic.Title)}\n\n> {MarkdownText.Escape(topic.Objective)}\n\n"
            + $"Topic {topic.Position} of {topic.Topics}, in “{MarkdownText.Escape(topic.Stage)}”. ");
        text.Append(topic.CheckedAt is { } day ? $"Facts checked {TypedDay.Of(day)}. " : "").Append(MarkdownText.Link(
            "The page", whole($"/topics/{slug}"))).Append(".\n");
        Related(text, "Know these first", [.. edges.Where(e => e.RequiredId != topic.Id).OrderBy(e => e.Required.Position)
            .Select(e => (e.Required, ": " + MarkdownText.Escape(e.Reason)))], whole);
        text.Append("\n## The idea\n\n").Append(topic.Markdown.Trim()).Append('\n');
        Concepts(text, topic.Concepts);
        Places(text, "Essential", places, PlacementRole.Essential, whole);
        Places(text, "Further reading", places, PlacementRole.Further, whole);
        Checks(text, topic.Checks);
        Related(text, "Leads on to", [.. edges.Where(e => e.RequiredId == topic.Id).OrderBy(e => e.Topic.Position)
            .Select(e => (e.Topic, ""))], whole);
        return TwinText.Write(text.ToString(), figures, whole);
    }

    private static void Related(
        StringBuilder text, string title, IReadOnlyList<(Topic Topic, string Why)> topics, Func<string, string> whole)
    {
        text.Append(topics.Count > 0 ? $"\n## {title}\n\n" : "");
        foreach (var (topic, why) in topics)
        {
            text.Append("- ").Append(MarkdownText.Link(topic.Title, whole($"/topics/{topic.Slug}.md"))).Append(why).Append('\n');
        }
    }

    private static void Concepts(StringBuilder text, IReadOnlyList<Concept> concepts)
    {
        text.Append(concepts.Count > 0 ? "\n## Key concepts\n\n" : "");
        foreach (var concept in concepts)
        {
            text.Append(CultureInfo.InvariantCulture, $"- **{MarkdownText.Escape(concept.Term)}**: {concept.Definition.Markdown}\n");
        }
    }

    private static void Places(
        StringBuilder text, string title, List<TwinPlace> places, PlacementRole role, Func<string, string> whole)
    {
        var number = 0;
        foreach (var place in places.Where(place => place.Role == role))
        {
            text.Append(number++ == 0 ? $"\n## {title}\n\n" : "");
            text.Append(CultureInfo.InvariantCulture, $"{number}. {place.Write(whole)}\n");
            foreach (var companion in places.Where(companion => companion.CompanionOf == place.Slug))
            {
                text.Append(CultureInfo.InvariantCulture, $"   - {companion.Write(whole)}\n");
            }
        }
    }

    private static void Checks(StringBuilder text, IReadOnlyList<SelfCheck> checks)
    {
        text.Append(checks.Count > 0 ? "\n## Check yourself\n\n" : "");
        foreach (var (index, check) in checks.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"{index + 1}. {check.Question.Markdown}\n\n");
            text.AppendJoin("", check.Options.Select(option => $"   - {option.Text.Markdown}\n"));
            text.AppendJoin("", check.Shown.Select(item => $"   - {check.Order[item].Markdown}\n"));
            text.Append(check.Options.Count + check.Order.Count > 0 ? "\n" : "")
                .Append(CultureInfo.InvariantCulture, $"   Answer: {check.Answer.Markdown}\n\n");
        }
    }
}
