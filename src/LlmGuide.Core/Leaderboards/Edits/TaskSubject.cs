using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Edits;

/// <summary>Tasks as something that is edited.</summary>
public sealed class TaskSubject : EditableKind<NlpTask, TaskDraft>
{
    /// <summary>Of metrics and of topics, each.</summary>
    public const int MostParts = 50;

    public override LogKind Kind => LogKind.Task;

    /// <summary>A name stands above its discussion, too.</summary>
    public override IReadOnlyCollection<string> Tags => [PageTags.Catalogue, PageTags.Discussions];

    public override TaskDraft DraftOf(NlpTask subject) => new()
    {
        Slug = subject.Slug,
        Name = subject.Name,
        Type = subject.Type,
        Objective = subject.Objective,
        Lookout = subject.Lookout,
        ExampleInput = subject.ExampleInput,
        ExampleOutput = subject.ExampleOutput,
        InOriginalGuide = subject.InOriginalGuide,
        OriginalBenchmarksUrl = subject.OriginalBenchmarksUrl,
        OriginalBenchmarksNote = subject.OriginalBenchmarksNote,
        Metrics = [.. subject.Metrics.OrderBy(m => m.Position).Select(m => m.Metric.Slug)],
        Topics = [.. subject.Topics.Where(t => t.RemovedAt is null).Select(t => t.Slug).Order(StringComparer.Ordinal)],
        Removed = subject.RemovedAt is not null,
    };

    // Removed ones too: they can come back.
    protected internal override IQueryable<NlpTask> Subjects(GuideDb db) => db.NlpTasks.IgnoreQueryFilters([CatalogueTables.Listed])
        .Include(t => t.Conversation)
        .Include(t => t.Metrics).ThenInclude(m => m.Metric)
        .Include(t => t.Topics)
        .AsSplitQuery();

    protected internal override IQueryable<NlpTask> WithKey(IQueryable<NlpTask> subjects, string key) => subjects.Where(t => t.Slug == key);

    protected internal override NlpTask Make(TaskDraft draft, DateTimeOffset now) =>
        new(draft.Slug.Trim() is { Length: > 0 } slug ? slug : Slug.Of(draft.Name), draft.Name.Trim(), draft.Type, int.MaxValue);

    protected internal override Task<Outcome<ApplyEdit<NlpTask>>> PrepareAsync(TaskDraft draft, CancellationToken cancellationToken) =>
        Task.FromResult(Prepare(draft));

    private static Outcome<ApplyEdit<NlpTask>> Prepare(TaskDraft draft)
    {
        var lines = new DraftLines();
        var clean = draft with
        {
            Name = lines.Line(draft.Name, DraftLines.LongestName, nameof(draft.Name), "A task needs a name."),
            Slug = lines.Slug(draft.Slug, draft.Name, nameof(draft.Slug)),
            Type = lines.Line(
                draft.Type, DraftLines.LongestName, nameof(draft.Type), "Say what type of task it is, such as Classification."),
            Objective = lines.Block(draft.Objective, nameof(draft.Objective), "Say what goes in and what must come out."),
            Lookout = lines.Block(draft.Lookout, nameof(draft.Lookout)),
            ExampleInput = lines.Block(draft.ExampleInput, nameof(draft.ExampleInput)),
            ExampleOutput = lines.Block(draft.ExampleOutput, nameof(draft.ExampleOutput)),
            OriginalBenchmarksUrl = lines.Optional(
                draft.OriginalBenchmarksUrl, DraftLines.LongestAddress, nameof(draft.OriginalBenchmarksUrl)),
            OriginalBenchmarksNote = lines.Optional(
                draft.OriginalBenchmarksNote, DraftLines.LongestText, nameof(draft.OriginalBenchmarksNote)),
        };
        lines.Refuse(
            clean.ExampleInput.Length == 0 != (clean.ExampleOutput.Length == 0),
            "An example has an input and an output.", nameof(draft.ExampleOutput));
        Parts(lines, draft.Metrics, "metrics", nameof(draft.Metrics));
        Parts(lines, draft.Topics, "topics", nameof(draft.Topics));
        return lines.Wrong is { } wrong ? wrong
            : (ApplyEdit<NlpTask>)((to, cancellationToken) => new TaskChange(to, clean).ApplyAsync(cancellationToken));
    }

    private static void Parts(DraftLines lines, IReadOnlyList<string> slugs, string what, string field)
    {
        lines.Refuse(slugs.Count > MostParts, $"At most {MostParts} {what}, please.", field);
        lines.Refuse(slugs.Distinct(StringComparer.Ordinal).Count() != slugs.Count, "List each of them only once, please.", field);
    }
}
