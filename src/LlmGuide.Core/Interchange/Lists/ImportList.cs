using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Lists.Importing;
using LlmGuide.Core.Interchange.Lists.Parts;
using LlmGuide.Core.Interchange.Lists.Reading;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Lists;

/// <summary>
/// Brings an awesome list in: works that are not there become resources in the topics that the headings name, those that are there are
/// left as they are, those that a curator removed stay out. All of it in one transaction, or nothing.
/// </summary>
public sealed class ImportList(
    IDbContextFactory<GuideDb> databases, BoundedWork work, IMarkdown markdown, TimeProvider clock, WriteList write)
{
    private const int LongestName = 100;

    /// <param name="file">The list: UTF-8, at most 5 MB; its length must be known.</param>
    /// <param name="by">Who imports; must be allowed to edit the catalogue.</param>
    /// <param name="report">Gets what became of each line, in the order of the file.</param>
    /// <param name="progress">Gets how many works are ready, of how many.</param>
    /// <param name="cancellationToken">Ends the import; nothing is written then.</param>
    /// <returns>The counts, or why nothing was done at all.</returns>
    public async Task<Outcome<ListCounts>> RunAsync(
        Stream file, ListChoice choice, Actor by, Action<ListEntry> report,
        IProgress<(long Done, long All)>? progress, CancellationToken cancellationToken)
    {
        if (!by.May(Permission.EditCatalogue))
        {
            return Refusal.NotAllowed();
        }

        if (!(await ReadAsync(file, cancellationToken)).TryGet(out var read, out var unread))
        {
            return unread;
        }

        choice = choice with { Name = Words.Cut(read.Title ?? choice.Name, LongestName) };
        KnownCatalogue known;
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            known = await KnownCatalogue.ReadAsync(db, cancellationToken);
        }

        var into = choice.Into is null ? null : known.Topic(choice.Into);
        if (choice.Into is not null && into?.Slug != choice.Into)
        {
            return Refusal.Rule($"There is no topic “{choice.Into}”.", nameof(choice.Into));
        }

        var plan = new ListPlan(read, known, choice, into);
        var drafts = new WorkDrafts(known, choice);
        var steps = new ListProgress(progress, plan.Works.Count, choice.DryRun);
        await CheckAsync(plan, drafts, steps, cancellationToken);
        var refusal = choice.DryRun ? null : await write.RunAsync(plan, drafts, by, steps.Written, cancellationToken);
        steps.End();
        return refusal is null ? ListReport.Make(read, plan, report) : refusal;
    }

    private async Task<Outcome<ReadList>> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        if (ListText.TooLarge(file.Length) is { } tooLarge)
        {
            return tooLarge;
        }

        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, cancellationToken);
        try
        {
            return ListText.Read(bytes).TryGet(out var text, out var refusal)
                ? await work.RunAsync(end => ListReader.Read(text, end), cancellationToken) : refusal;
        }
        catch (MarkdownException wrong)
        {
            return Refusal.Rule(wrong.Message);
        }
        catch (TimeoutException)
        {
            return Refusal.Rule("The list takes too long to read: it is nested in a way that no list is.");
        }
        catch (BusyException busy)
        {
            return Refusal.Busy(busy.Message);
        }
    }

    private async Task CheckAsync(ListPlan plan, WorkDrafts drafts, ListProgress steps, CancellationToken cancellationToken)
    {
        var rules = new ResourceRules(new RememberedLines(markdown), clock);
        foreach (var (index, planned) in plan.Works.Values.Index())
        {
            if (planned.Outcome == ListOutcome.Created)
            {
                var fit = await rules.CheckAsync(drafts.Of(planned), cancellationToken);
                planned.Checked = fit.Value;
                (planned.Outcome, planned.Reason) = fit.Refusal is { } refusal
                    ? (ListOutcome.Skipped, refusal.Why) : (ListOutcome.Created, null);
            }

            steps.Checked(index + 1);
        }
    }
}
