using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Models;

/// <summary>Models as something that is edited. They come into being with the results that name them.</summary>
public sealed class ModelSubject : EditableKind<ScoredModel, ModelDraft>
{
    /// <summary>What the log calls it when a merge is undone.</summary>
    public const string Separated = "separated";

    public override LogKind Kind => LogKind.Model;

    public override ModelDraft DraftOf(ScoredModel subject) => new()
    {
        Slug = subject.Slug,
        Title = subject.Title,
        Vendor = subject.Vendor,
        Released = subject.Released,
        MergedInto = subject.MergedInto?.Slug,
    };

    protected internal override IQueryable<ScoredModel> Subjects(GuideDb db) =>
        db.Models.Include(m => m.MergedInto).Include(m => m.ShownAs);

    protected internal override IQueryable<ScoredModel> WithKey(IQueryable<ScoredModel> subjects, string key) =>
        subjects.Where(m => m.Slug == key);

    protected internal override ScoredModel Make(ModelDraft draft, DateTimeOffset now) =>
        new(draft.Slug.Trim() is { Length: > 0 } slug ? slug : ModelNames.PlainSlug(draft.Title), draft.Title);

    protected internal override Task<Outcome<ApplyEdit<ScoredModel>>> PrepareAsync(
        ModelDraft draft, CancellationToken cancellationToken) => Task.FromResult(Prepare(draft));

    private static Outcome<ApplyEdit<ScoredModel>> Prepare(ModelDraft draft)
    {
        var lines = new DraftLines();
        var clean = draft with
        {
            Title = lines.Line(draft.Title, BenchmarkResult.LongestModel, nameof(draft.Title), "A model needs a name."),
            Slug = lines.Slug(draft.Slug, draft.Title, nameof(draft.Slug)),
            Vendor = lines.Optional(draft.Vendor, Measurer.LongestName, nameof(draft.Vendor)),
            Released = draft.Released?.Trim() is { Length: > 0 } date ? date : null,
            MergedInto = draft.MergedInto?.Trim() is { Length: > 0 } into ? into : null,
        };
        lines.Refuse(
            clean.Released is { } released && PartialDate.Parse(released) is null,
            "Write a date as 2019, 2019-06 or 2019-06-12; leave it empty where it is not known.", nameof(draft.Released));
        return lines.Wrong is { } wrong ? wrong
            : (ApplyEdit<ScoredModel>)((to, cancellationToken) => ApplyAsync(to, clean, cancellationToken));
    }

    private static async Task<Refusal?> ApplyAsync(EditContext<ScoredModel> to, ModelDraft draft, CancellationToken cancellationToken)
    {
        var (db, model) = (to.Db, to.Subject);
        if (to.IsNew)
        {
            return Refusal.Rule("A model comes with the first result that names it.");
        }

        if (model.Slug != draft.Slug && (await db.Models.AnyAsync(m => m.Slug == draft.Slug, cancellationToken)
            || await SlugChange.LeadsElsewhereAsync(db, SlugOwner.Model, draft.Slug, model.Slug, cancellationToken) is not null))
        {
            return Refusal.Rule($"Another model has the address “{draft.Slug}”, or had it.", nameof(draft.Slug));
        }

        await SlugChange.ApplyAsync(db, SlugOwner.Model, model.Slug, draft.Slug, cancellationToken);
        model.Rename(draft.Slug, draft.Title);
        model.Describe(draft.Vendor, draft.Released);
        return await new ModelMerge(db, model).ApplyAsync(draft.MergedInto, cancellationToken);
    }
}
