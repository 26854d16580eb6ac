using System.Globalization;

using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;

namespace LlmGuide.Core.Tests.Databases;

/// <summary>Builds a small catalogue of one's own size.</summary>
internal static class GeneratedResources
{
    /// <summary>One stage with two topics; the second holds so many further works, one of them essential with a companion.</summary>
    public static async Task AddAsync(GuideDatabase database, int resources)
    {
        await using var db = await database.OpenAsync();
        var stage = new Stage("stage", "A stage", "About something.", 1);
        var first = Described(new Topic("first", "First", stage, 1));
        var second = Described(new Topic("second", "Second", stage, 2));
        second.Require(first, "It uses the first.");
        var foundation = Work(0);
        first.Place(foundation, PlacementRole.Essential, Text("Read it first."));
        for (var number = 1; number <= resources; number++)
        {
            var work = Work(number);
            work.BuildOn(foundation);
            second.Place(work, number == 1 ? PlacementRole.Essential : PlacementRole.Further, Text("Read it later."));
        }

        db.AddRange(first, second);
        await db.SaveChangesAsync(GuideDatabase.Cancelled);
    }

    public static Resource Work(int number)
    {
        var work = new Resource(
            string.Create(CultureInfo.InvariantCulture, $"work-{number}"), $"Work {number}",
            ResourceKind.Paper, $"https://example.org/{number}", DateTimeOffset.UnixEpoch);
        work.Publish(["Ada Example"], 2020, 1, "Venue", null, null);
        work.Describe(Text("It measures something."), ResourceLevel.Intermediate, ResourceAccess.Open, 30, null);
        work.CiteAs(string.Create(CultureInfo.InvariantCulture, $"example{number}"));
        return work;
    }

    private static Topic Described(Topic topic)
    {
        topic.Describe("A topic.", "By the end you can do it.", Text("An introduction."), [], []);
        return topic;
    }

    private static Prose Text(string text) => new(text, text, 1);
}
