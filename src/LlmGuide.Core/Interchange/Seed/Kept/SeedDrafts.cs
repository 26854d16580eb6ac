using System.Text.Json.Nodes;

using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Models;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Interchange.Seed.Kept;

/// <summary>
/// Everything that a seed says, as drafts: read off its entities in a context, whether they are saved or not, in the very way in which
/// the catalogue is read. So the two can be compared.
/// </summary>
public sealed class SeedDrafts(IEnumerable<IEditableKind> kinds, ModelSubject models)
{
    /// <param name="db">Holds all that the seed became.</param>
    internal IReadOnlyList<SeededSubject> Of(SeedFolder seed, GuideDb db)
    {
        var topics = Former(seed.Topics.Select(t => (t.Value.Slug!, t.Value.Formerly)));
        var resources = Former(seed.Resources.Select(r => (r.Value.Slug!, r.Value.Formerly)));
        return
        [
            .. kinds.Where(kind => kind.Kind is not (LogKind.Path or LogKind.Model)).SelectMany(kind => Subjects(kind, db))
                .Select(one => one with
                {
                    Formerly = (one.Kind switch { LogKind.Topic => topics, LogKind.Resource => resources, _ => null })
                        ?.GetValueOrDefault(one.Key) ?? [],
                }),
            new SeededSubject(LogKind.Path, LearningPath.Key, "The path", DraftJson.Of(PathOf(seed))) { Id = LearningPath.OnlyId },
            .. Models(db),
        ];
    }

    /// <summary>Of subjects of the catalogue what the seed would have said, were they of a seed.</summary>
    internal static IEnumerable<SeededSubject> Keyed(LogKind kind, IEnumerable<SubjectState> states)
    {
        // Several numbers of one model from one place are told apart by what they say.
        foreach (var same in states.Select(state => (State: state, Draft: Plain(kind, state.Json)))
            .GroupBy(one => KeyOf(kind, one.Draft), StringComparer.Ordinal))
        {
            foreach (var (index, (state, draft)) in same.OrderBy(one => one.Draft.ToJsonString(), StringComparer.Ordinal).Index())
            {
                var key = index == 0 ? same.Key : FormattableString.Invariant($"{same.Key} · {index + 1}");
                yield return new SeededSubject(kind, key, state.Subject.Title, DraftJson.Of(draft)) { Id = state.Id };
            }
        }
    }

    private static IEnumerable<SeededSubject> Subjects(IEditableKind kind, GuideDb db) => Keyed(kind.Kind, kind.Tracked(db));

    /// <summary>A result has no slug: it is known by what was measured, and where that is said.</summary>
    private static string KeyOf(LogKind kind, JsonObject draft) => kind != LogKind.Result ? draft["slug"]!.GetValue<string>()
        : string.Join(" · ", ((string[])["benchmark", "model", "setting", "track", "benchmarkVersion", "sourceUrl"])
            .Select(name => draft[name]?.GetValue<string>()));

    // The numbers of columns are given by the database.
    private static JsonObject Plain(LogKind kind, string json)
    {
        var draft = JsonNode.Parse(json)!.AsObject();
        if (kind == LogKind.Benchmark)
        {
            draft["metrics"]!.AsArray().ToList().ForEach(column => column!.AsObject().Remove("number"));
        }

        return draft;
    }

    private static PathDraft PathOf(SeedFolder seed) =>
        new() { Stages = [.. seed.Stages.Select(s => new StageOrder(s.Value.Slug!, s.Value.Topics))] };

    /// <summary>Models of which the seed says more than results do. They are known by the name that results have.</summary>
    private IEnumerable<SeededSubject> Models(GuideDb db)
    {
        foreach (var model in db.ChangeTracker.Entries<ScoredModel>().Select(entry => entry.Entity)
            .Where(m => m.Title != m.Name || m.Vendor is not null || m.Released is not null || m.MergedInto is not null))
        {
            var draft = JsonNode.Parse(DraftJson.Of(models.DraftOf(model)))!.AsObject();
            draft.Remove("slug");
            draft["mergedInto"] = model.MergedInto?.Name;
            yield return new SeededSubject(LogKind.Model, model.Name, model.Title, DraftJson.Of(draft)) { Id = model.Id };
        }
    }

    private static Dictionary<string, List<string>> Former(IEnumerable<(string Slug, List<string> Formerly)> rows) =>
        rows.ToDictionary(row => row.Slug, row => row.Formerly, StringComparer.Ordinal);
}
