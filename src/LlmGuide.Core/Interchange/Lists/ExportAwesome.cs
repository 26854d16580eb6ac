using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Lists.Exporting;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Lists;

/// <summary>
/// Writes the whole catalogue as an awesome list: stages and topics are headings, every work stands once, in the first topic of the path
/// that has it, and companions under the work that they explain.
/// </summary>
public sealed class ExportAwesome(IDbContextFactory<GuideDb> databases)
{
    private const string Unplaced = "More Works";

    /// <returns>How many works were written.</returns>
    public async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(cancellationToken);
        var once = new HashSet<string>(StringComparer.Ordinal);
        var works = rows.Where(row => once.Add(row.UrlKey ?? row.Url)).ToList();
        var stages = works.GroupBy(row => row.Stage).Select(stage => new ListStage(
            AwesomeText.Heading(stage.Key?.Title ?? Unplaced), stage.Key?.Summary ?? "",
            [.. stage.GroupBy(row => row.Topic).Select(topic => new ListTopic(
                topic.Key is { } named ? AwesomeText.Heading(named.Title) : null, topic.Key?.Summary ?? "", [.. topic]))])).ToList();
        await output.WriteAsync(AwesomeDocument.Of(stages).AsMemory(), cancellationToken);
        return works.Count;
    }

    // One command: a list of one state, however the catalogue is edited meanwhile. Not paged: a line of each work.
    private async Task<List<ListRow>> RowsAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var placements = db.Placements;
        var rows = await db.Resources.AsNoTracking()
            .SelectMany(
                resource => placements.Where(p => p.ResourceId == resource.Id).DefaultIfEmpty(),
                (resource, place) => new
                {
                    resource.Id,
                    resource.Title,
                    resource.Url,
                    resource.UrlKey,
                    Summary = resource.Summary.Markdown,
                    Place = place == null ? null : new
                    {
                        place.Position,
                        place.CompanionOfId,
                        Topic = place.Topic.Title,
                        TopicSummary = place.Topic.Summary,
                        TopicPosition = place.Topic.Position,
                        Stage = place.Topic.Stage.Title,
                        StageSummary = place.Topic.Stage.Summary,
                        StagePosition = place.Topic.Stage.Position,
                    },
                })
            .ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Place is null).ThenBy(row => row.Place?.TopicPosition).ThenBy(row => row.Place?.Position)
            .ThenBy(row => row.Id)
            .Select(row => new ListRow(
                row.Id, row.Title, row.Url, row.UrlKey, row.Summary, row.Place?.CompanionOfId,
                row.Place is { } place ? new ListHeading(place.StagePosition, place.Stage, place.StageSummary) : null,
                row.Place is { } at ? new ListHeading(at.TopicPosition, at.Topic, at.TopicSummary) : null))];
    }
}
