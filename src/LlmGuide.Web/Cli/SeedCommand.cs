using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using LlmGuide.Core;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Interchange.Seed.Updating;
using LlmGuide.Core.Members;
using LlmGuide.Web.Settings;
using LlmGuide.Web.Settings.Health;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Cli;

/// <summary><c>seed</c>: fills an empty catalogue; with <c>--update</c> brings a newer seed into one that is in use.</summary>
internal static class SeedCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Of(CliCommand verb, Option<string> format)
    {
        var update = new Option<bool>("--update")
        {
            Description = "bring a newer db/seed into a catalogue in use: what nobody here has edited follows it, what both changed "
                + "becomes a suggestion",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "with --update: say what would happen, and write nothing" };
        var older = new Option<bool>("--older") { Description = "with --update: take a seed that is older than the one loaded last" };
        var command = new Command(
            "seed", "Loads db/seed into an empty catalogue; without --update it changes nothing in one that has content.")
        {
            update, dryRun, older, format,
        };
        command.Validators.Add(parsed =>
        {
            if (!parsed.GetValue(update) && (parsed.GetValue(dryRun) || parsed.GetValue(older)))
            {
                parsed.AddError("--dry-run and --older belong to --update.");
            }
        });
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(update)
            ? UpdateAsync(
                verb, new SeedUpdateChoice(parsed.GetValue(dryRun), parsed.GetValue(older)), parsed.GetValue(format) == "json",
                cancellationToken)
            : LoadAsync(verb, parsed.GetValue(format) == "json", cancellationToken));
        return command;
    }

    private static Task<int> LoadAsync(CliCommand verb, bool asJson, CancellationToken cancellationToken) => verb.RunAsync(
        async services =>
        {
            var preparation = services.GetRequiredService<DatabasePreparation>();
            await preparation.MigrateAsync(cancellationToken);
            return await preparation.SeedAsync(cancellationToken);
        },
        report => report is null
            ? "The catalogue has content already; nothing was changed."
            : $"Loaded {Labels.Count(report.Topics, "topic")}, {Labels.Count(report.Resources, "resource")} "
                + $"at {Labels.Count(report.Placements, "place")}, and {Labels.Count(report.Tasks, "task")}.",
        report => new { loaded = report },
        asJson);

    private static async Task<int> UpdateAsync(CliCommand verb, SeedUpdateChoice choice, bool asJson, CancellationToken cancellationToken)
    {
        await using var app = verb.BuildQuietly();
        await app.Services.GetRequiredService<DatabasePreparation>().PrepareAsync(cancellationToken);
        var update = app.Services.GetRequiredService<UpdateSeed>();
        try
        {
            var updated = await ImportProgress.ShowAsync(
                progress => update.RunAsync(GuideFolders.Seed, choice, Actor.Operator, progress, cancellationToken));
            if (!updated.TryGet(out var report, out var refusal))
            {
                throw new StartUpException(refusal.Why);
            }

            await (asJson
                ? Console.Out.WriteLineAsync(JsonSerializer.Serialize(ForPrograms(report, choice), Json)) : TellAsync(report, choice));
            return 0;
        }
        catch (SeedException broken)
        {
            throw new StartUpException($"The seed in {GuideFolders.Seed} is broken, and nothing was changed:\n{broken.Message}", broken);
        }
    }

    private static object ForPrograms(SeedUpdateReport report, SeedUpdateChoice choice) => new
    {
        choice.DryRun,
        report.Added,
        report.Changed,
        report.Unchanged,
        report.Conflicts,
        report.Removed,
        report.Hash,
        report.Dated,
        report.Restored,
        report.Release,
        entries = report.Entries.Select(
            e => new { kind = e.Kind.ToSlug(), e.Key, e.Title, outcome = e.Outcome.ToSlug(), e.Fields, e.Reason }),
    };

    private static async Task TellAsync(SeedUpdateReport report, SeedUpdateChoice choice)
    {
        if (report.Restored)
        {
            await Console.Out.WriteLineAsync("What was loaded here before was not kept; it was worked out from the history of edits.");
        }

        foreach (var e in report.Entries)
        {
            var both = e.Fields.Count > 0 ? $" (both sides changed {string.Join(", ", e.Fields)})" : "";
            var why = e.Reason is null ? "" : $": {e.Reason}";
            await Console.Out.WriteLineAsync($"{e.Outcome.ToSlug(),-8} {e.Kind.ToSlug()} “{e.Title}”{both}{why}");
        }

        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Added:N0} added, {report.Changed:N0} changed, {report.Unchanged:N0} unchanged, {report.Conflicts:N0} in conflict, "
            + $"{report.Removed:N0} to remove.{After(report, choice)}"));
    }

    private static string After(SeedUpdateReport report, SeedUpdateChoice choice) =>
        choice.DryRun ? " Nothing was written."
        : (report.Release is { } number ? string.Create(CultureInfo.InvariantCulture, $" Published release {number}.") : "")
            + (report.Conflicts + report.Removed > 0 ? " Curators find the suggestions in their queue." : "");
}
