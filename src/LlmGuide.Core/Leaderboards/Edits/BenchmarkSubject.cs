using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Edits;

/// <summary>Benchmarks as something that is edited.</summary>
public sealed class BenchmarkSubject(TimeProvider clock) : EditableKind<Benchmark, BenchmarkDraft>
{
    public const int MostColumns = 50;

    public override LogKind Kind => LogKind.Benchmark;

    public override BenchmarkDraft DraftOf(Benchmark subject) => new()
    {
        Slug = subject.Slug,
        Name = subject.Name,
        Task = subject.Task.Slug,
        Url = subject.Url,
        PaperUrl = subject.PaperUrl,
        Year = subject.Year,
        Size = subject.Size,
        Split = subject.Split,
        Licence = subject.Licence,
        Metric = subject.Metric?.Slug,
        Resource = subject.Resource?.Slug,
        State = subject.State is { } state
            ? new StateDraft(state.Lifecycle, state.Since, state.Reason, state.Source, state.Successor?.Slug) : null,
        Metrics = [.. subject.Metrics.OrderBy(m => m.Position)
            .Select(m => new ColumnDraft(m.Name, m.HigherIsBetter, m.Meaning, m.Metric?.Slug, m.Id))],
        Removed = subject.RemovedAt is not null,
    };

    // Removed ones too: they can come back.
    protected internal override IQueryable<Benchmark> Subjects(GuideDb db) => db.Benchmarks.IgnoreQueryFilters([CatalogueTables.Listed])
        .Include(b => b.Task)
        .Include(b => b.Metric)
        .Include(b => b.Resource)
        .Include(b => b.State).ThenInclude(s => s!.Successor)
        .Include(b => b.Metrics).ThenInclude(m => m.Metric)
        .AsSplitQuery();

    protected internal override IQueryable<Benchmark> WithKey(
        IQueryable<Benchmark> subjects, string key) => subjects.Where(b => b.Slug == key);

    protected internal override Benchmark Make(BenchmarkDraft draft, DateTimeOffset now) =>
        new(
            draft.Slug.Trim() is { Length: > 0 } slug ? slug : Slug.Of(draft.Name),
            draft.Name, draft.Url, null, null, null, null, int.MaxValue);

    protected internal override Task<Outcome<ApplyEdit<Benchmark>>> PrepareAsync(
        BenchmarkDraft draft, CancellationToken cancellationToken) =>
        Task.FromResult(Prepare(draft));

    private Outcome<ApplyEdit<Benchmark>> Prepare(BenchmarkDraft draft)
    {
        var lines = new DraftLines();
        var clean = draft with
        {
            Name = lines.Line(draft.Name, DraftLines.LongestName, nameof(draft.Name), "A benchmark needs a name."),
            Slug = lines.Slug(draft.Slug, draft.Name, nameof(draft.Slug)),
            Task = lines.Line(draft.Task, Slug.MaxLength, nameof(draft.Task), "Say which task it measures."),
            Url = lines.Address(draft.Url, nameof(draft.Url), "Enter the address of the data, or of its paper where it has none.") ?? "",
            PaperUrl = lines.Address(draft.PaperUrl, nameof(draft.PaperUrl)),
            Size = lines.Optional(draft.Size, DraftLines.LongestText, nameof(draft.Size)),
            Split = lines.Optional(draft.Split, DraftLines.LongestText, nameof(draft.Split)),
            Licence = lines.Optional(draft.Licence, DraftLines.LongestText, nameof(draft.Licence)),
            State = State(lines, draft),
            Metrics = [.. draft.Metrics.Select(column => Column(lines, column))],
        };
        lines.Year(draft.Year, clock.GetUtcNow(), nameof(draft.Year));
        lines.Refuse(clean.Metrics.Count > MostColumns, $"At most {MostColumns} metrics, please.", nameof(draft.Metrics));
        lines.Refuse(
            clean.Metrics.DistinctBy(c => c.Name, StringComparer.Ordinal).Count() != clean.Metrics.Count,
            "Each metric needs a different name.", nameof(draft.Metrics));
        return lines.Wrong is { } wrong ? wrong
            : (ApplyEdit<Benchmark>)((to, cancellationToken) => new BenchmarkChange(to, clean).ApplyAsync(cancellationToken));
    }

    private static StateDraft? State(DraftLines lines, BenchmarkDraft draft)
    {
        if (draft.State is not { } state)
        {
            return null;
        }

        lines.Refuse(!Enum.IsDefined(state.Lifecycle), "There is no such state.", nameof(draft.State));
        lines.Refuse(
            state.Since is { Length: > 0 } since && PartialDate.Parse(since) is null,
            "Write the date as 2019, 2019-06 or 2019-06-12.", nameof(draft.State));
        lines.Refuse(
            state.Successor is { Length: > 0 } same && same == draft.Slug,
            "A benchmark cannot be its own successor.", nameof(draft.State));
        return state with
        {
            Since = state.Since?.Trim() is { Length: > 0 } date ? date : null,
            Reason = lines.Line(state.Reason, DraftLines.LongestText, nameof(draft.State), "Say why it is in this state."),
            Source = lines.Address(state.Source, nameof(draft.State)),
            Successor = state.Successor?.Trim() is { Length: > 0 } successor ? successor : null,
        };
    }

    private static ColumnDraft Column(DraftLines lines, ColumnDraft column) => column with
    {
        Name = lines.Line(column.Name, BenchmarkMetric.LongestName, nameof(BenchmarkDraft.Metrics), "A metric needs a name."),
        Meaning = lines.Optional(column.Meaning, DraftLines.LongestText, nameof(BenchmarkDraft.Metrics)),
        Metric = column.Metric?.Trim() is { Length: > 0 } slug ? slug : null,
    };
}
