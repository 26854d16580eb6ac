using System.Text.Json.Nodes;

using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Interchange.Seed.Updating;

/// <summary>What a plan would do to each subject, as far as that can be said without doing it.</summary>
internal static class SeedForecast
{
    public static IReadOnlyList<SeedUpdateEntry> Of(SeedPlan plan) =>
        [.. plan.Steps.Select(step => Of(plan, step)).OfType<SeedUpdateEntry>(), .. plan.Gone.Select(Gone)];

    /// <returns><c>null</c> for what needs nothing.</returns>
    public static SeedUpdateEntry? Of(SeedPlan plan, SeedStep step)
    {
        if (plan.Here(step) is not { } here)
        {
            return new SeedUpdateEntry(step.Kind, Key(step), step.Seed.Title, SeedOutcome.Added, []);
        }

        // What was removed here stays removed, and is not asked about again.
        if (here.RemovedAt is not null && step.Was is not null)
        {
            return null;
        }

        var (merge, changes) = step.Compare(here, plan.Names);
        return merge.Conflicts.Count > 0
            ? new SeedUpdateEntry(step.Kind, here.Subject.Key, here.Subject.Title, SeedOutcome.Conflict, merge.Conflicts)
            : changes ? new SeedUpdateEntry(
                step.Kind, plan.Names.OfHere(step.Kind, here.Subject.Key), TitleIn(merge.Merged) ?? here.Subject.Title,
                SeedOutcome.Changed, [])
            : null;
    }

    private static string? TitleIn(JsonObject draft) => (draft["title"] ?? draft["name"])?.GetValue<string>();

    public static SeedUpdateEntry Gone(SubjectState here) =>
        new(here.Subject.Kind, here.Subject.Key, here.Subject.Title, SeedOutcome.Removed, []);

    private static string Key(SeedStep step) => step.Kind == LogKind.Result ? "" : step.Seed.Key;
}
