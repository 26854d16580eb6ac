using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Catalogue.Topics;

public sealed class TopicTests
{
    private static readonly Prose Why = new("why", "why", 1);

    private readonly Topic _topic = new("topic", "Topic", new Stage("stage", "Stage", "A stage.", 1), 1);

    [Fact]
    public void A_companion_without_its_work_is_refused() =>
        Assert.Throws<ArgumentException>(() => _topic.Place(GeneratedResources.Work(1), PlacementRole.Companion, Why));

    [Fact]
    public void Only_a_companion_names_a_work() =>
        Assert.Throws<ArgumentException>(
            () => _topic.Place(GeneratedResources.Work(1), PlacementRole.Essential, Why, GeneratedResources.Work(2)));

    [Fact]
    public void Placements_are_counted_from_one()
    {
        _topic.Place(GeneratedResources.Work(1), PlacementRole.Essential, Why);
        Assert.Equal(2, _topic.Place(GeneratedResources.Work(2), PlacementRole.Further, Why).Position);
    }
}
