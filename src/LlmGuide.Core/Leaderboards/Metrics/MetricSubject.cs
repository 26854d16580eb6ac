using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Metrics;

/// <summary>Metrics as something that is edited.</summary>
public sealed class MetricSubject(IMarkdown markdown) : EditableKind<Metric, MetricDraft>
{
    public const int LongestFormula = 2_000;

    public override LogKind Kind => LogKind.Metric;

    public override MetricDraft DraftOf(Metric subject) => new()
    {
        Slug = subject.Slug,
        Name = subject.Name,
        HigherIsBetter = subject.HigherIsBetter,
        Definition = subject.Definition,
        Formula = subject.Formula.Markdown.Trim(),
        Unit = subject.Unit,
        Least = subject.Least,
        Most = subject.Most,
        Source = subject.Source,
        Removed = subject.RemovedAt is not null,
    };

    // Removed ones too: they can come back.
    protected internal override IQueryable<Metric> Subjects(GuideDb db) => db.Metrics.IgnoreQueryFilters([CatalogueTables.Listed]);

    protected internal override IQueryable<Metric> WithKey(IQueryable<Metric> subjects, string key) => subjects.Where(m => m.Slug == key);

    protected internal override Metric Make(MetricDraft draft, DateTimeOffset now) =>
        new(
            draft.Slug.Trim() is { Length: > 0 } slug ? slug : Slug.Of(draft.Name),
            draft.Name, draft.HigherIsBetter, draft.Definition, draft.Source);

    protected internal override async Task<Outcome<ApplyEdit<Metric>>> PrepareAsync(
        MetricDraft draft, CancellationToken cancellationToken)
    {
        var lines = new DraftLines();
        var clean = draft with
        {
            Name = lines.Line(draft.Name, DraftLines.LongestName, nameof(draft.Name), "A metric needs a name."),
            Definition = lines.Line(draft.Definition, DraftLines.LongestText, nameof(draft.Definition), "Say in a line what is computed."),
            Unit = lines.Optional(draft.Unit, DraftLines.LongestName, nameof(draft.Unit)),
            Source = lines.Address(draft.Source, nameof(draft.Source), "Say where it was defined.") ?? "",
            Slug = lines.Slug(draft.Slug, draft.Name, nameof(draft.Slug)),
        };
        lines.Refuse(
            draft.Least is { } min && draft.Most is { } max && min >= max,
            "The minimum must be less than the maximum.", nameof(draft.Least));
        var rendered = await markdown.LineAsync(draft.Formula, LongestFormula, nameof(draft.Formula), cancellationToken);
        lines.Add(rendered.Refusal);
        return lines.Wrong is { } wrong ? wrong
            : (ApplyEdit<Metric>)((to, commit) => ApplyAsync(to, clean, rendered.Value!, commit));
    }

    private static async Task<Refusal?> ApplyAsync(
        EditContext<Metric> to, MetricDraft draft, Prose formula, CancellationToken cancellationToken)
    {
        if (to.IsNew
            && await to.Db.Metrics.IgnoreQueryFilters([CatalogueTables.Listed]).AnyAsync(m => m.Slug == draft.Slug, cancellationToken))
        {
            return Refusal.Rule($"Another metric has the address “{draft.Slug}”, or had it when it was removed.", nameof(draft.Slug));
        }

        to.Subject.Define(draft.Name, draft.HigherIsBetter, draft.Definition, draft.Source);
        to.Subject.Measure(formula, draft.Unit, draft.Least, draft.Most);
        return await new MetricListing(to, draft.Removed).ApplyAsync(cancellationToken);
    }
}
