using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Catalogue.Topics;

/// <summary>A resource at its place in a topic.</summary>
public sealed class Placement
{
    private Placement()
    {
    }

    internal Placement(Topic topic, Resource resource, PlacementRole role, Prose why, Resource? companionOf, int? minutes, int position)
    {
        Topic = topic;
        Resource = resource;
        Role = role;
        Why = why;
        CompanionOf = companionOf;
        Minutes = minutes;
        Position = position;
    }

    public int Id { get; private set; }

    public int TopicId { get; private set; }

    public Topic Topic { get; private set; } = null!;

    public int ResourceId { get; private set; }

    public Resource Resource { get; private set; } = null!;

    public PlacementRole Role { get; private set; }

    /// <summary>The work that a companion explains, placed in the same topic.</summary>
    public int? CompanionOfId { get; private set; }

    public Resource? CompanionOf { get; private set; }

    /// <summary>Why it is at this place of this topic.</summary>
    public Prose Why { get; private set; } = Prose.Empty;

    /// <summary>How long the part takes that is used here; <c>null</c> where that is all of it.</summary>
    public int? Minutes { get; private set; }

    /// <summary>Counted from 1 within the topic.</summary>
    public int Position { get; private set; }

    /// <summary>Sets what the resource is here, and why.</summary>
    internal void ChangeState(PlacementRole role, Prose why, Resource? companionOf, int? minutes)
    {
        Role = role;
        Why = why;
        CompanionOf = companionOf;
        Minutes = minutes;
    }

    internal void MoveTo(int position) => Position = position;
}

public enum PlacementRole
{
    /// <summary>To be read, in order.</summary>
    Essential,

    /// <summary>Explains another work of the topic; shown under it.</summary>
    Companion,

    /// <summary>For those who want more.</summary>
    Further,
}
