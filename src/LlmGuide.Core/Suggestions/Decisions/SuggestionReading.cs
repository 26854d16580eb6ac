using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Suggestions.Making;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Decisions;

/// <summary>Puts together what is known of some suggestions, in a fixed number of commands.</summary>
public sealed class SuggestionReading(TimeProvider clock)
{
    internal async Task<IReadOnlyList<SuggestionFacts>> FactsAsync(
        GuideDb db, IReadOnlyList<Suggestion> rows, CancellationToken cancellationToken)
    {
        var names = await NamesAsync(db, rows, cancellationToken);
        var records = await RecordsAsync(db, rows, cancellationToken);
        var subjects = await SubjectsAsync(db, rows, cancellationToken);
        var alike = await AlikeAsync(db, rows, cancellationToken);
        var told = rows.Select(row => Plain(row, subjects)).ToList();
        var topics = await TopicsAsync(db, told, cancellationToken);
        var now = clock.GetUtcNow();
        return [.. rows.Zip(told, (row, plain) => plain with
        {
            For = plain.Work?.Placements is [var place, ..] ? topics.GetValueOrDefault(place.Topic) : null,
            By = row.SuggestedById is { } by && names.TryGetValue(by, out var name)
                ? records.GetValueOrDefault(by, new Suggester(by, name, 0, 0)) with { Name = name } : null,
            Seconds = [.. row.Seconds.OrderBy(s => s.At).Select(s => names.GetValueOrDefault(s.MemberId, ""))],
            ClaimedBy = row.ClaimedUntil > now && row.ClaimedById is { } claimant ? names.GetValueOrDefault(claimant) : null,
            ClaimedUntil = row.ClaimedUntil,
            Alike = [.. alike(row)],
        })];
    }

    /// <summary>Without what others have to do with it.</summary>
    internal static async Task<IReadOnlyList<SuggestionFacts>> PlainAsync(
        GuideDb db, IReadOnlyList<Suggestion> rows, CancellationToken cancellationToken)
    {
        var subjects = await SubjectsAsync(db, rows, cancellationToken);
        return [.. rows.Select(row => Plain(row, subjects))];
    }

    private static SuggestionFacts Plain(Suggestion row, Dictionary<(LogKind, int), SubjectNow> subjects) => new(
        row.Id, row.Kind, row.State, AboutOf(row, subjects), row.SubjectTitle, row.Field, row.Topic, row.Was, row.Value,
        row.Kind == SuggestionKind.Resource ? DraftJson.Read<ResourceDraft>(row.Value) : null, row.Why, row.SuggestedAt)
    {
        CommentId = row.CommentId,
    };

    private static SuggestionSubject? AboutOf(Suggestion row, Dictionary<(LogKind, int), SubjectNow> subjects) =>
        row.SubjectKind is not { } kind || row.SubjectId is not { } id ? null
        : subjects.GetValueOrDefault((kind, id)) is not { } now
            ? new SuggestionSubject(
                kind, row.SubjectKey!, row.SubjectTitle, row.SubjectVersion,
                kind is LogKind.Resource or LogKind.Topic ? SubjectStatus.Removed : SubjectStatus.Same)
        : new SuggestionSubject(kind, now.Slug, now.Title, now.Version, now.Removed ? SubjectStatus.Removed
            : now.Version == row.SubjectVersion ? SubjectStatus.Same : SubjectStatus.Changed);

    /// <summary>Where new works are meant to stand.</summary>
    private static Task<Dictionary<string, TopicChoice>> TopicsAsync(
        GuideDb db, IReadOnlyList<SuggestionFacts> rows, CancellationToken cancellationToken)
    {
        var slugs = rows.SelectMany(r => r.Work?.Placements.Take(1) ?? []).Select(p => p.Topic).Distinct().ToList();
        return db.Topics.AsNoTracking().Where(t => slugs.Contains(t.Slug))
            .Select(t => new TopicChoice(t.Slug, t.Title)).ToDictionaryAsync(t => t.Slug, cancellationToken);
    }

    private static async Task<Dictionary<int, string>> NamesAsync(
        GuideDb db, IReadOnlyList<Suggestion> rows, CancellationToken cancellationToken)
    {
        var ids = rows.SelectMany(r => r.Seconds.Select(s => (int?)s.MemberId).Append(r.SuggestedById).Append(r.ClaimedById))
            .OfType<int>().Distinct().ToList();
        return await db.Members.Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, Name = m.UserName! })
            .ToDictionaryAsync(m => m.Id, m => m.Name, cancellationToken);
    }

    private static async Task<Dictionary<int, Suggester>> RecordsAsync(
        GuideDb db, IReadOnlyList<Suggestion> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.SuggestedById).Distinct().ToList();
        return await db.Suggestions.Where(
            s => ids.Contains(s.SuggestedById) && (s.State == SuggestionState.Approved || s.State == SuggestionState.Rejected))
            .GroupBy(s => s.SuggestedById!.Value)
            .Select(made => new Suggester(made.Key, "", made.Count(s => s.State == SuggestionState.Approved), made.Count()))
            .ToDictionaryAsync(s => s.Id, cancellationToken);
    }

    /// <summary>As they are now, whether they are part of the guide or not.</summary>
    private static async Task<Dictionary<(LogKind, int), SubjectNow>> SubjectsAsync(
        GuideDb db, IReadOnlyList<Suggestion> rows, CancellationToken cancellationToken)
    {
        var (works, topics, results) = (Ids(LogKind.Resource), Ids(LogKind.Topic), Ids(LogKind.Result));
        var found = await db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]).Where(r => works.Contains(r.Id))
            .Select(r => new SubjectNow(LogKind.Resource, r.Id, r.Slug, r.Title, r.Version, r.RemovedAt != null))
            .ToListAsync(cancellationToken);
        found.AddRange(await db.Topics.IgnoreQueryFilters([CatalogueTables.Listed]).Where(t => topics.Contains(t.Id))
            .Select(t => new SubjectNow(LogKind.Topic, t.Id, t.Slug, t.Title, t.Version, t.RemovedAt != null))
            .ToListAsync(cancellationToken));
        if (results.Count > 0)
        {
            var scored = await db.Results.IgnoreQueryFilters([CatalogueTables.Listed]).Where(r => results.Contains(r.Id))
                .Select(r => new { r.Id, r.Model, Benchmark = r.Benchmark.Name, r.Version, Removed = r.RemovedAt != null })
                .ToListAsync(cancellationToken);
            found.AddRange(scored.Select(
                r => new SubjectNow(LogKind.Result, r.Id, r.Id.ToInvariantString(), $"{r.Model} on {r.Benchmark}", r.Version, r.Removed)));
        }

        return found.ToDictionary(s => (s.Kind, s.Id));

        List<int> Ids(LogKind kind) => [.. rows.Where(r => r.SubjectKind == kind).Select(r => r.SubjectId ?? 0).Distinct()];
    }

    /// <summary>Works with the same address or title, and suggestions about the same field or address.</summary>
    private static async Task<Func<Suggestion, IEnumerable<Likeness>>> AlikeAsync(
        GuideDb db, IReadOnlyList<Suggestion> rows, CancellationToken cancellationToken)
    {
        const int Most = 200;
        var pending = rows.Where(r => r.State == SuggestionState.Pending).ToList();
        var keys = pending.Select(r => r.UrlKey).OfType<string>().Distinct().ToList();
        var titles = pending.Where(r => r.Kind == SuggestionKind.Resource).Select(r => r.SubjectTitle).Distinct().ToList();
        var ids = pending.Select(r => r.SubjectId).OfType<int>().Distinct().ToList();
        var works = await db.Resources.AsNoTracking()
            .Where(r => keys.Contains(r.UrlKey!) || keys.Contains(r.ArxivKey!) || keys.Contains(r.DoiKey!) || titles.Contains(r.Title))
            .OrderBy(r => r.Id).Take(Most)
            .Select(r => new { r.Slug, r.Title, Keys = new[] { r.UrlKey, r.ArxivKey, r.DoiKey } }).ToListAsync(cancellationToken);
        var others = await db.Suggestions.AsNoTracking()
            .Where(s => s.State == SuggestionState.Pending && ((s.UrlKey != null && keys.Contains(s.UrlKey))
                || (s.SubjectId != null && ids.Contains(s.SubjectId.Value)) || (s.SubjectId == null && titles.Contains(s.SubjectTitle))))
            .OrderBy(s => s.Id).Take(Most)
            .Select(s => new { s.Id, s.SubjectKind, s.SubjectId, s.Field, s.Topic, s.UrlKey, s.SubjectTitle, s.Kind })
            .ToListAsync(cancellationToken);
        return row => works.Where(w => row.Kind is SuggestionKind.Resource or SuggestionKind.BetterLink
            && ((row.UrlKey is not null && w.Keys.Contains(row.UrlKey)) || (row.SubjectId is null && w.Title == row.SubjectTitle)))
            .Select(w => new Likeness(null, w.Slug, w.Title, row.UrlKey is not null && w.Keys.Contains(row.UrlKey)))
            .Concat(others.Where(o => o.Id != row.Id && (row.UrlKey is not null && o.UrlKey == row.UrlKey
                || (row.SubjectId is null ? o.SubjectId is null && o.SubjectTitle == row.SubjectTitle
                        : o.SubjectId == row.SubjectId && o.SubjectKind == row.SubjectKind
                            && o.Kind == row.Kind && o.Field == row.Field && o.Topic == row.Topic)))
                .Select(o => new Likeness(o.Id, null, o.SubjectTitle, row.UrlKey is not null && o.UrlKey == row.UrlKey)));
    }

    private sealed record SubjectNow(LogKind Kind, int Id, string Slug, string Title, int Version, bool Removed);
}
