using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Path.Edits;

/// <summary>
/// Puts the path in the order of a draft. The draft may be old: what it names and is gone is passed over, what it does not know
/// stands at the end of where it stood.
/// </summary>
internal sealed class PathChange(EditContext<LearningPath> to, PathDraft wanted)
{
    private readonly Dictionary<string, Stage> _stages = to.Subject.Stages.Where(s => s.RemovedAt is null)
        .ToDictionary(s => s.Slug, StringComparer.Ordinal);
    private readonly Dictionary<string, Topic> _topics = to.Subject.Stages.SelectMany(s => s.Topics)
        .Where(t => t.RemovedAt is null).ToDictionary(t => t.Slug, StringComparer.Ordinal);

    /// <returns>Why not.</returns>
    public async Task<Refusal?> ApplyAsync(CancellationToken cancellationToken)
    {
        var named = await NamedAsync(cancellationToken);
        var places = Stages().Select(stage => (Stage: stage, Topics: Topics(stage, named))).ToList();
        var position = 0;
        foreach (var (index, (stage, topics)) in places.Index())
        {
            stage.MoveTo(index + 1);
            topics.ForEach(topic => topic.MoveTo(stage, ++position));
        }

        return await PathOrder.FaultAsync(to.Db, [.. _topics.Values], cancellationToken);
    }

    private List<Stage> Stages() =>
    [
        .. wanted.Stages.Select(s => _stages.GetValueOrDefault(s.Stage)).OfType<Stage>()
            .Concat(_stages.Values.OrderBy(s => s.Position)).Distinct(),
    ];

    // Asked of all stages before anything moves: a topic that nobody names belongs to the stage that it was in.
    private List<Topic> Topics(Stage stage, List<(string Stage, Topic Topic)> named) =>
    [
        .. named.Where(at => at.Stage == stage.Slug).Select(at => at.Topic),
        .. _topics.Values.Where(t => t.Stage == stage && !named.Exists(at => at.Topic == t)).OrderBy(t => t.Position),
    ];

    /// <summary>The topics that the draft names and that are there, each once; those renamed since by what they were called.</summary>
    private async Task<List<(string Stage, Topic Topic)>> NamedAsync(CancellationToken cancellationToken)
    {
        var unknown = wanted.Stages.SelectMany(s => s.Topics).Where(slug => !_topics.ContainsKey(slug)).ToList();
        var names = await to.Db.FormerSlugs.Where(f => f.Owner == SlugOwner.Topic && unknown.Contains(f.Slug))
            .ToDictionaryAsync(f => f.Slug, f => f.Current, StringComparer.Ordinal, cancellationToken);
        return
        [
            .. wanted.Stages.Where(s => _stages.ContainsKey(s.Stage))
                .SelectMany(s => s.Topics.Select(slug => (s.Stage, Topic: _topics.GetValueOrDefault(names.GetValueOrDefault(slug, slug))!)))
                .Where(at => at.Topic is not null).DistinctBy(at => at.Topic),
        ];
    }
}
