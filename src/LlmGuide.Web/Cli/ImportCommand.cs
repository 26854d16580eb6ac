using System.CommandLine;

using LlmGuide.Core.Interchange.Lists;
using LlmGuide.Core.Interchange.Sota;
using LlmGuide.Core.Members;
using LlmGuide.Web.Settings;
using LlmGuide.Web.Settings.Health;

namespace LlmGuide.Web.Cli;

/// <summary>
/// <c>import FILE|-</c>: an awesome list, or with <c>--format sota</c> leaderboards, from a file or from standard input, with a report on
/// every line or row.
/// </summary>
internal static class ImportCommand
{
    public static Command Of(CliCommand verb)
    {
        var file = new Argument<string>("file") { Description = "the file to read; - for standard input" };
        var formats =
            new Option<string[]>("--format")
            {
                Description =
                    "the form of the report, text or json, as for other verbs. With sota, the file is the JSON that Papers with Code "
                    + "and NLP-progress share; without, an awesome list in Markdown",
                DefaultValueFactory = _ => [],
            };
        var report = new Option<string?>("--report") { Description = "text, or json for one JSON document on standard output" };
        var dryRun = new Option<bool>("--dry-run") { Description = "report what would happen to each line, and write nothing" };
        var into = new Option<string?>("--into") { Description = "of a list: the slug of the topic that takes all of it" };
        var source =
            new Option<string?>("--source") { Description = "the name of where the numbers are from, for rows that name no paper" };
        var sourceUrl = new Option<string?>("--source-url") { Description = "its address" };
        var licence = new Option<string?>("--licence") { Description = "the licence of the numbers" };
        var attribution =
            new Option<string?>("--attribution") { Description = "the attribution that the source asks for, shown beside its numbers" };
        formats.AcceptOnlyFromAmong("sota", "text", "json");
        report.AcceptOnlyFromAmong("text", "json");
        var command = new Command("import", "Brings an awesome list or leaderboards in. Importing a file again changes nothing.")
        {
            file, formats, report, dryRun, into, source, sourceUrl, licence, attribution,
        };
        command.Validators.Add(parsed =>
        {
            var isSota = IsSota(parsed.GetValue(formats));
            if (isSota && parsed.GetValue(into) is not null)
            {
                parsed.AddError("--into is for lists; leaderboards name their tasks themselves.");
            }

            if (!isSota && (parsed.GetValue(source) ?? parsed.GetValue(licence) ?? parsed.GetValue(attribution)) is not null)
            {
                parsed.AddError("--source, --licence and --attribution are for leaderboards: --format sota.");
            }

            if (parsed.GetValue(source) is null != parsed.GetValue(sourceUrl) is null)
            {
                parsed.AddError("--source and --source-url belong together.");
            }
        });
        command.SetAction((parsed, cancellationToken) => IsSota(parsed.GetValue(formats))
            ? RunAsync(
                verb, parsed.GetRequiredValue(file), new ImportChoice(parsed.GetValue(dryRun), Source(parsed)), AsJson(parsed),
                cancellationToken)
            : ListAsync(
                verb, parsed.GetRequiredValue(file), parsed.GetValue(into), parsed.GetValue(dryRun), AsJson(parsed), cancellationToken));
        return command;

        ImportSource? Source(ParseResult parsed) => parsed.GetValue(source) is { } name
            ? new ImportSource(name, parsed.GetValue(sourceUrl)!, parsed.GetValue(licence), parsed.GetValue(attribution) ?? "") : null;

        bool AsJson(ParseResult parsed) =>
            (parsed.GetValue(report) ?? parsed.GetRequiredValue(formats).FirstOrDefault(f => f != "sota")) == "json";
    }

    private static bool IsSota(string[]? formats) => formats?.Contains("sota", StringComparer.Ordinal) is true;

    private static async Task<int> ListAsync(
        CliCommand verb, string file, string? into, bool dryRun, bool asJson, CancellationToken cancellationToken)
    {
        await using var input = await OpenAsync(file, cancellationToken);
        await using var app = verb.BuildQuietly();
        await app.Services.GetRequiredService<DatabasePreparation>().PrepareAsync(cancellationToken);
        var (import, report) = (app.Services.GetRequiredService<ImportList>(), new ListImportReport(dryRun));
        var choice = new ListChoice(dryRun, into, file == "-" ? "standard input" : Path.GetFileName(file));
        var imported = await ImportProgress.ShowAsync(
            progress => import.RunAsync(input, choice, Actor.Operator, report.Add, progress, cancellationToken));
        if (!imported.TryGet(out var counts, out var refusal))
        {
            throw new StartUpException(refusal.Why);
        }

        await (asJson ? report.JsonAsync(counts, cancellationToken) : report.TextAsync(counts));
        return 0;
    }

    private static async Task<int> RunAsync(
        CliCommand verb, string file, ImportChoice choice, bool asJson, CancellationToken cancellationToken)
    {
        await using var input = await OpenAsync(file, cancellationToken);
        await using var app = verb.BuildQuietly();
        await app.Services.GetRequiredService<DatabasePreparation>().PrepareAsync(cancellationToken);
        await using var report = new ImportReport(asJson, choice.DryRun);
        var import = app.Services.GetRequiredService<ImportSota>();
        var imported = await ImportProgress.ShowAsync(
            progress => import.RunAsync(input, choice, Actor.Operator, report.Add, progress, cancellationToken));
        if (!imported.TryGet(out var counts, out var refusal))
        {
            throw new StartUpException(refusal.Why);
        }

        report.End(counts);
        return 0;
    }

    // Leaderboards are read twice, and a pipe gives what it has once.
    private static async Task<Stream> OpenAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            if (file != "-")
            {
                return File.OpenRead(file);
            }

            var kept = new FileStream(
                Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None,
                bufferSize: 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
            await using var input = Console.OpenStandardInput();
            await input.CopyToAsync(kept, cancellationToken);
            kept.Position = 0;
            return kept;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"{file} cannot be read: {refused.Message}", refused);
        }
    }
}
