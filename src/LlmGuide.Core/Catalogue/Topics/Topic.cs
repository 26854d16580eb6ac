using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Catalogue.Topics;

/// <summary>One stop of the path: an idea, what to know before it, and what to read.</summary>
public sealed class Topic : IRevised
{
    private readonly List<Prerequisite> _prerequisites = [];
    private readonly List<Placement> _placements = [];

    private Topic()
    {
    }

    /// <param name="slug">See <see cref="Core.Slug"/>.</param>
    /// <param name="title">In sentence case.</param>
    /// <param name="position">Counted from 1 along the whole path.</param>
    public Topic(string slug, string title, Stage stage, int position)
        : this(slug, title) => MoveTo(stage, position);

    /// <summary>One that has no place on the path yet: <see cref="MoveTo"/> gives it one, before it is saved.</summary>
    internal Topic(string slug, string title)
    {
        Slug = slug;
        Title = title;
        Conversation = new Conversation(SubjectType.Topic, slug, title);
    }

    public int Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public int StageId { get; private set; }

    public Stage Stage { get; private set; } = null!;

    /// <summary>Its place along the whole path, counted from 1. A topic stands after all its prerequisites.</summary>
    public int Position { get; private set; }

    /// <summary>One line for the map.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>What a reader can do afterwards, in one sentence.</summary>
    public string Objective { get; private set; } = "";

    public Prose Introduction { get; private set; } = Prose.Empty;

    public IReadOnlyList<Concept> Concepts { get; private set; } = [];

    public IReadOnlyList<SelfCheck> Checks { get; private set; } = [];

    /// <summary>The day on which somebody last compared what it says with its sources; <c>null</c> when nobody said so.</summary>
    public DateOnly? CheckedAt { get; private set; }

    /// <summary>
    /// Since when it is no part of the path; <c>null</c> for one that is. Queries do not see those that are not (docs/decisions/0016).
    /// </summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public int Version { get; private set; }

    LogSubject IRevised.Subject => new(LogKind.Topic, Slug, Title);

    public int ConversationId { get; private set; }

    int? IRevised.DiscussedIn => ConversationId;

    /// <summary>What is said about it.</summary>
    public Conversation Conversation { get; private set; } = null!;

    public IReadOnlyList<Prerequisite> Prerequisites => _prerequisites;

    public IReadOnlyList<Placement> Placements => _placements;

    /// <summary>Sets what the topic says.</summary>
    public void Describe(
        string summary, string objective, Prose introduction, IReadOnlyList<Concept> concepts, IReadOnlyList<SelfCheck> checks)
    {
        Summary = summary;
        Objective = objective;
        Introduction = introduction;
        Concepts = concepts;
        Checks = checks;
    }

    /// <summary>Says that its facts were right on that day.</summary>
    public void Confirm(DateOnly? day) => CheckedAt = day;

    /// <summary>Sets what it is called, and with it the name of its conversation.</summary>
    public void Rename(string slug, string title)
    {
        Slug = slug;
        Title = title;
        Conversation.Rename(slug, title);
    }

    /// <summary>Gives it its place. That it stands after what it needs is for whoever orders the path to see to.</summary>
    /// <param name="position">See <see cref="Position"/>.</param>
    public void MoveTo(Stage stage, int position)
    {
        Stage = stage;
        Position = position;
    }

    /// <summary>Takes it off the path. Everything about it stays.</summary>
    public void Remove(DateTimeOffset now) => RemovedAt ??= now;

    public void Restore() => RemovedAt = null;

    /// <summary>
    /// Says that <paramref name="other"/> is to be known first, and why. Whether the whole graph stays free of cycles is
    /// for <see cref="TopicGraph"/> to say, before this is saved.
    /// </summary>
    public void Require(Topic other, string reason) => _prerequisites.Add(new Prerequisite(this, other, reason));

    /// <summary>Says of all topics at once what is to be known first, each with its reason; see <see cref="Require"/>.</summary>
    public void SetPrerequisites(IReadOnlyDictionary<Topic, string> others)
    {
        _prerequisites.RemoveAll(needed => !others.ContainsKey(needed.Required));
        foreach (var (other, reason) in others)
        {
            if (_prerequisites.Find(needed => needed.Required == other) is { } known)
            {
                known.Explain(reason);
            }
            else
            {
                Require(other, reason);
            }
        }
    }

    /// <summary>Puts its list in order. Resources that are not named keep their order, after those that are.</summary>
    /// <param name="slugs">The slugs of its resources.</param>
    public void Arrange(IReadOnlyList<string> slugs)
    {
        var place = slugs.Distinct(StringComparer.Ordinal).Index().ToDictionary(at => at.Item, at => at.Index, StringComparer.Ordinal);
        foreach (var (index, placement) in _placements.OrderBy(p => place.GetValueOrDefault(p.Resource.Slug, int.MaxValue))
            .ThenBy(p => p.Position).Index())
        {
            placement.MoveTo(index + 1);
        }
    }

    /// <summary>Places a resource at the end of this topic's list.</summary>
    /// <param name="resource">What to read; once per topic.</param>
    /// <param name="companionOf">The work that it explains; given for, and only for, a companion.</param>
    /// <param name="minutes">See <see cref="Placement.Minutes"/>.</param>
    public Placement Place(Resource resource, PlacementRole role, Prose why, Resource? companionOf = null, int? minutes = null)
    {
        if ((role == PlacementRole.Companion) != (companionOf is not null))
        {
            throw new ArgumentException("A companion, and only a companion, names the work that it explains.", nameof(companionOf));
        }

        var placement = new Placement(this, resource, role, why, companionOf, minutes, _placements.Count + 1);
        _placements.Add(placement);
        return placement;
    }

    /// <summary>Takes a resource out of this topic's list; those after it move up.</summary>
    public void RemovePlacement(Placement placement)
    {
        _placements.Remove(placement);
        foreach (var (index, rest) in _placements.OrderBy(p => p.Position).Index())
        {
            rest.MoveTo(index + 1);
        }
    }

    void IRevised.CountRevision() => Version++;
}

/// <summary>A term that the topic uses, and its definition.</summary>
public sealed record Concept(string Term, Prose Definition);
