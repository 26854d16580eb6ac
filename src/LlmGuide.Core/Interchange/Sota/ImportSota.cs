using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Interchange.Sota.Reading;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Sota;

/// <summary>
/// Brings leaderboards in from the JSON that Papers with Code and NLP-progress share. The file is read twice: once for the names
/// of its tasks, which sorted files have after the tables, and for the number of rows; then table by table, some thousand rows in
/// one transaction. So the memory that it takes does not grow with the file.
/// </summary>
public sealed class ImportSota(Writing writing, IDbContextFactory<GuideDb> databases, TimeProvider clock)
{
    /// <summary>Rows of one transaction: enough that a commit costs little, few enough that others get to write in between.</summary>
    private const int RowsAtOnce = 2_000;

    /// <param name="file">The JSON; it must be possible to go back to its start.</param>
    /// <param name="choice">Whether to write, and where numbers without a source are from.</param>
    /// <param name="by">Who imports; must be allowed to edit the catalogue.</param>
    /// <param name="report">Gets what became of each row, in the order of the file.</param>
    /// <param name="progress">Gets how many rows are done, of how many.</param>
    /// <param name="cancellationToken">Ends the import; what was committed stays, and importing again goes on from there.</param>
    /// <returns>The counts, or why nothing was done at all.</returns>
    public async Task<Outcome<ImportCounts>> RunAsync(
        Stream file, ImportChoice choice, Actor by, Action<ImportEntry> report,
        IProgress<(long Done, long All)>? progress, CancellationToken cancellationToken)
    {
        if (!by.May(Permission.EditCatalogue))
        {
            return Refusal.NotAllowed();
        }

        if (choice.Source is { } source
            && (!WebAddress.IsWhole(source.Url) || source.Name.Length is 0 or > Leaderboards.Results.ResultSource.LongestName))
        {
            return Refusal.Rule("A source needs a name and a whole http or https address.", nameof(choice.Source));
        }

        var counts = new ImportCounts();
        var survey = new SotaReader(file, board =>
        {
            counts.Rows += board.Rows.Count;
            return Task.CompletedTask;
        });
        await survey.ReadAsync(cancellationToken);
        file.Position = 0;
        await TablesAsync(file, survey.Headers, choice, counts, report, progress, cancellationToken);
        if (survey.Break is { } cut)
        {
            counts.Rows++;
            Account(new ImportEntry(cut.Line, ImportOutcome.Refused, null, null, null, cut.Reason), counts, report);
        }

        await LogAsync(by, choice, counts, cancellationToken);
        return counts;
    }

    private async Task TablesAsync(
        Stream file, IReadOnlyList<SotaHeader> headers, ImportChoice choice, ImportCounts counts,
        Action<ImportEntry> report, IProgress<(long Done, long All)>? progress, CancellationToken cancellationToken)
    {
        KnownBoards known;
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            known = await KnownBoards.ReadAsync(db, cancellationToken);
        }

        var waiting = new List<SotaBoard>();
        await new SotaReader(file, async board =>
        {
            waiting.Add(board);
            if (waiting.Sum(b => b.Rows.Count) >= RowsAtOnce)
            {
                await WriteAsync(waiting, headers, known, choice, counts, report, cancellationToken);
                progress?.Report((counts.Accounted, counts.Rows));
            }
        }).ReadAsync(cancellationToken);
        await WriteAsync(waiting, headers, known, choice, counts, report, cancellationToken);
        progress?.Report((counts.Accounted, counts.Rows));
    }

    private async Task WriteAsync(
        List<SotaBoard> boards, IReadOnlyList<SotaHeader> headers, KnownBoards known, ImportChoice choice,
        ImportCounts counts, Action<ImportEntry> report, CancellationToken cancellationToken)
    {
        BoardImport? import = null;
        var written = await writing.RunAsync<Done>(
            async db =>
            {
                import = new BoardImport(db, known, choice, headers);
                foreach (var board in boards)
                {
                    await import.AddAsync(board, cancellationToken);
                }

                await import.WriteAsync(cancellationToken);

                // Whoever only wants to know gets the same work, rolled back.
                return choice.DryRun ? Refusal.Rule("Nothing was to be written.") : default(Done);
            },
            _ => [PageTags.Catalogue],
            cancellationToken);
        if (written.Refusal is null)
        {
            import!.Targets.Learn();
        }

        counts.Name(import!.Targets.NewTasks, import.Targets.NewBenchmarks);
        foreach (var entry in import.Entries)
        {
            Account(entry, counts, report);
        }

        boards.Clear();
    }

    private async Task LogAsync(Actor by, ImportChoice choice, ImportCounts counts, CancellationToken cancellationToken)
    {
        if (choice.DryRun || counts[ImportOutcome.Created] + counts[ImportOutcome.Merged] == 0)
        {
            return;
        }

        await writing.RunAsync<Done>(
            db =>
            {
                var what = FormattableString.Invariant(
                    $"{counts[ImportOutcome.Created]} new, {counts[ImportOutcome.Merged]} completed, ")
                    + FormattableString.Invariant($"{counts[ImportOutcome.Unchanged]} unchanged, ")
                    + FormattableString.Invariant($"{counts[ImportOutcome.Corrected]} corrected here since, ")
                    + FormattableString.Invariant($"{counts[ImportOutcome.Refused]} refused");
                db.Log.Add(new LogEntry(
                    by, "imported", new LogSubject(LogKind.Result, "", "results"),
                    choice.Source is { } source ? $"From {source.Name}: {what}." : $"{what}.", clock.GetUtcNow()));
                return Task.FromResult<Outcome<Done>>(default(Done));
            },
            _ => [PageTags.Changes],
            cancellationToken);
    }

    private static void Account(ImportEntry entry, ImportCounts counts, Action<ImportEntry> report)
    {
        counts.Add(entry.Outcome);
        report(entry);
    }
}
