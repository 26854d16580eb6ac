using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Interchange.Lists.Importing;

/// <summary>Writes what was planned of a list, with a line in the log.</summary>
public sealed class WriteList(
    Writing writing, Editing editing, TopicSubject topics, StageSubject stages, ResourceSubject resources, TimeProvider clock)
{
    /// <param name="progress">Gets how many of the new works are written; twice where a write is begun again.</param>
    /// <returns>Why nothing was written.</returns>
    internal async Task<Refusal?> RunAsync(
        ListPlan plan, WorkDrafts drafts, Actor by, Action<int> progress, CancellationToken cancellationToken)
    {
        var created = plan.Works.Values.Where(w => w.Outcome == ListOutcome.Created).ToList();
        var places = plan.Works.Values.Where(w => w is { Outcome: ListOutcome.Merged, Known: not null, Topic: not null })
            .GroupBy(w => w.Known!.Slug, StringComparer.Ordinal)
            .Select(w => KeyValuePair.Create(
                w.Key, w.Select(one => new PlacementDraft(one.Topic!.Slug, Why: drafts.Why(one))).ToArray())).ToList();
        if (created.Count + places.Count == 0)
        {
            return null;
        }

        var newTopics = plan.NewTopics.Where(topic => created.Exists(w => w.Topic == topic)).Select(drafts.Of).ToList();
        var said = FormattableString.Invariant(
            $"From the list “{plan.Choice.Name}”: new works: {created.Count}, works in more topics: {places.Count}, ")
            + FormattableString.Invariant($"new topics: {newTopics.Count}.");
        var reason = ReasonText.Shorten(said);
        var written = await writing.RunTakingAsync<Done>(
            async db =>
            {
                var write = new ListWriting(db, editing, topics, stages, resources, by, reason);
                var keys = new HashSet<string>(plan.Known.CitationKeys, StringComparer.Ordinal);
                if ((await write.TopicsAsync(newTopics, plan.Known.HasStage, cancellationToken)
                    ?? await write.PlacesAsync(places, cancellationToken)
                    ?? await write.WorksAsync(created, keys, clock.GetUtcNow(), progress, cancellationToken)) is { } refusal)
                {
                    return refusal;
                }

                db.Log.Add(new LogEntry(by, "imported", new LogSubject(LogKind.Resource, "", plan.Choice.Name), reason, clock.GetUtcNow()));
                return default(Done);
            },
            _ => [PageTags.Catalogue, PageTags.Changes, PageTags.Discussions],
            cancellationToken);
        return written.Refusal;
    }
}
