using System.CommandLine;

using LlmGuide.Core.Interchange.Sota;
using LlmGuide.Core.Members;
using LlmGuide.Web.Settings;
using LlmGuide.Web.Settings.Health;

namespace LlmGuide.Web.Cli;

/// <summary><c>import FILE|-</c>: leaderboards from a file or from standard input, with a report on every row.</summary>
internal static class ImportCommand
{
    public static Command Of(CliCommand verb)
    {
        var file = new Argument<string>("file") { Description = "the file to read; - for standard input" };
        var formats =
            new Option<string[]>("--format")
            {
                Description =
                    "what the file is: sota, the JSON that Papers with Code and NLP-progress share. "
                    + "As text or json, the form of the report, as for other verbs",
                DefaultValueFactory = _ => [],
            };
        var report = new Option<string?>("--report") { Description = "text, or json for one JSON document on standard output" };
        var dryRun = new Option<bool>("--dry-run") { Description = "report what would happen to each row, and write nothing" };
        var source =
            new Option<string?>("--source") { Description = "the name of where the numbers are from, for rows that name no paper" };
        var sourceUrl = new Option<string?>("--source-url") { Description = "its address" };
        var licence = new Option<string?>("--licence") { Description = "the licence of the numbers" };
        var attribution =
            new Option<string?>("--attribution") { Description = "the attribution that the source asks for, shown beside its numbers" };
        formats.AcceptOnlyFromAmong("sota", "text", "json");
        report.AcceptOnlyFromAmong("text", "json");
        var command = new Command("import", "Brings leaderboards in. Importing a file again changes nothing.")
        {
            file, formats, report, dryRun, source, sourceUrl, licence, attribution,
        };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(formats) is not { } given || !given.Contains("sota", StringComparer.Ordinal))
            {
                parsed.AddError("Specify the format of the file: --format sota.");
            }

            if (parsed.GetValue(source) is null != parsed.GetValue(sourceUrl) is null)
            {
                parsed.AddError("--source and --source-url belong together.");
            }
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            verb,
            parsed.GetRequiredValue(file),
            new ImportChoice(
                parsed.GetValue(dryRun),
                parsed.GetValue(source) is { } name
                    ? new ImportSource(name, parsed.GetValue(sourceUrl)!, parsed.GetValue(licence), parsed.GetValue(attribution) ?? "")
                    : null),
            (parsed.GetValue(report) ?? parsed.GetRequiredValue(formats).FirstOrDefault(f => f != "sota")) == "json",
            cancellationToken));
        return command;
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

    // The file is read twice, and a pipe gives what it has once.
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
