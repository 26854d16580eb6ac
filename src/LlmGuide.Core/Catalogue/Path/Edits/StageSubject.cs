using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Path.Edits;

/// <summary>Stages as something that is edited.</summary>
public sealed class StageSubject : EditableKind<Stage, StageDraft>
{
    public const int LongestTitle = 80;
    public const int LongestSummary = 200;

    public override LogKind Kind => LogKind.Stage;

    public override StageDraft DraftOf(Stage subject) =>
        new() { Slug = subject.Slug, Title = subject.Title, Summary = subject.Summary, Removed = subject.RemovedAt is not null };

    // Removed ones too: they can come back.
    protected internal override IQueryable<Stage> Subjects(GuideDb db) => db.Stages.IgnoreQueryFilters([CatalogueTables.Listed]);

    protected internal override IQueryable<Stage> WithKey(IQueryable<Stage> subjects, string key) => subjects.Where(s => s.Slug == key);

    /// <summary>A new one stands last.</summary>
    protected internal override Stage Make(StageDraft draft, DateTimeOffset now) =>
        new(draft.Slug.Length > 0 ? draft.Slug : Slug.Of(draft.Title), draft.Title, draft.Summary, int.MaxValue);

    protected internal override Task<Outcome<ApplyEdit<Stage>>> PrepareAsync(StageDraft draft, CancellationToken cancellationToken) =>
        Task.FromResult(Prepare(draft));

    private static Outcome<ApplyEdit<Stage>> Prepare(StageDraft draft)
    {
        var lines = new DraftLines();
        var clean = draft with
        {
            Title = lines.Line(draft.Title, LongestTitle, nameof(draft.Title), "A stage needs a title."),
            Summary = lines.Line(draft.Summary, LongestSummary, nameof(draft.Summary)),
        };
        var slug = draft.Slug.Length == 0 ? Slug.Of(clean.Title) : draft.Slug;
        lines.Refuse(slug.Length == 0, "Use letters a–z or digits in it: its name in the API is made of them.", nameof(draft.Title));
        lines.Refuse(draft.Slug.Length == 0 && Slug.IsReserved(slug), Slug.Fault(slug) ?? "", nameof(draft.Title));
        return lines.Wrong is { } wrong ? wrong
            : (ApplyEdit<Stage>)((to, cancellationToken) => ApplyAsync(to, clean, cancellationToken));
    }

    private static async Task<Refusal?> ApplyAsync(EditContext<Stage> to, StageDraft draft, CancellationToken cancellationToken)
    {
        var stage = to.Subject;
        if (to.IsNew
            && await to.Db.Stages.IgnoreQueryFilters([CatalogueTables.Listed]).AnyAsync(s => s.Slug == stage.Slug, cancellationToken))
        {
            return Refusal.Rule("Another stage has this title, or had it before.", nameof(draft.Title));
        }

        if (draft.Removed && await to.Db.Topics.AnyAsync(t => t.StageId == stage.Id, cancellationToken))
        {
            return Refusal.Rule("This stage has topics. Move them to another stage first.", nameof(draft.Removed));
        }

        stage.Describe(draft.Title, draft.Summary);
        if (draft.Removed)
        {
            stage.Remove(to.Now);
        }
        else
        {
            stage.Restore();
        }

        await PathOrder.RenumberAsync(to.Db, restored: null, behind: false, cancellationToken);
        return null;
    }
}
