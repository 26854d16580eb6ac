using System.Globalization;
using System.Text;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Figures;
using LlmGuide.Core.Interchange.Citations;
using LlmGuide.Core.Text;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Twins;

/// <summary>A work as one Markdown document.</summary>
public sealed class ResourceTwin(IDbContextFactory<GuideDb> databases, CitationQuery citations, FigureLibrary figures)
{
    /// <param name="whole">Makes an address of the site whole.</param>
    /// <returns><c>null</c> when no resource has this slug.</returns>
    public async Task<string?> WriteAsync(string slug, Func<string, string> whole, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Resources.AsNoTracking().FirstOrDefaultAsync(r => r.Slug == slug, cancellationToken) is not { } work)
        {
            return null;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {MarkdownText.Escape(work.Title)}\n\n{work.Summary.Markdown.Trim()}\n\n");
        foreach (var (name, value) in Facts(work, whole).Where(fact => fact.Value.Length > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {name}: {value}\n");
        }

        await PlacesAsync(db, work, text, whole, cancellationToken);
        var relations = db.BuildsOn.AsNoTracking();
        Related(text, "Builds on", await relations.Where(b => b.ResourceId == work.Id).OrderBy(b => b.Position)
            .Select(b => b.Foundation).ToListAsync(cancellationToken), whole);
        Related(text, "Built upon by", await relations.Where(b => b.FoundationId == work.Id).Select(b => b.Resource)
            .OrderBy(r => r.Year).ThenBy(r => r.Id).ToListAsync(cancellationToken), whole);
        text.Append("\n## Citation\n\n").Append(
            MarkdownText.Code(BibTex.Write((await citations.OfResourceAsync(slug, cancellationToken))!), "bibtex"));
        return TwinText.Write(text.Append('\n').ToString(), figures, whole);
    }

    private static IEnumerable<(string Name, string Value)> Facts(Resource work, Func<string, string> whole)
    {
        yield return ("Link", $"<{work.Url}>");
        yield return ("Authors", MarkdownText.Escape(TwinPlace.Authors(work.AuthorNames)));
        yield return ("Year", work.Year?.ToString(CultureInfo.InvariantCulture) ?? "");
        yield return ("Published", MarkdownText.Escape(work.Venue ?? ""));
        yield return ("arXiv", work.ArxivId ?? "");
        yield return ("DOI", MarkdownText.Escape(work.Doi ?? ""));
        yield return ("Kind", work.Kind.ToSlug());
        yield return ("Level", work.Level.ToSlug());
        yield return ("Minutes", work.Minutes.ToString(CultureInfo.InvariantCulture));
        yield return ("Access", work.Access.ToSlug());
        yield return ("Page", $"<{whole($"/resources/{work.Slug}")}>");
    }

    private static async Task PlacesAsync(
        GuideDb db, Resource work, StringBuilder text, Func<string, string> whole, CancellationToken cancellationToken)
    {
        var places = await db.Placements.AsNoTracking().Where(p => p.ResourceId == work.Id).OrderBy(p => p.Topic.Position)
            .Select(p => new { p.Topic.Slug, p.Topic.Title, p.Role, p.Why.Markdown }).ToListAsync(cancellationToken);
        text.Append(places.Count > 0 ? "\n## Where it stands on the path\n\n" : "");
        foreach (var place in places)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"- {MarkdownText.Link(place.Title, whole($"/topics/{place.Slug}.md"))}, {place.Role.ToSlug()}: {place.Markdown}\n");
        }
    }

    private static void Related(StringBuilder text, string title, List<Resource> works, Func<string, string> whole)
    {
        text.Append(works.Count > 0 ? $"\n## {title}\n\n" : "");
        foreach (var work in works)
        {
            text.Append("- ").Append(MarkdownText.Link(work.Title, whole($"/resources/{work.Slug}.md"))).Append('\n');
        }
    }
}
