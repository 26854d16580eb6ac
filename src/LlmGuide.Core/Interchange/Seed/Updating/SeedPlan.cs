using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Seed.Kept;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Interchange.Seed.Updating;

/// <summary>What a new seed would change, worked out without changing anything.</summary>
internal sealed class SeedPlan
{
    private readonly List<SeedStep> _steps = [];
    private readonly Dictionary<(LogKind Kind, int Id), SubjectState> _here = [];
    private readonly List<(SeedStep Step, string Slug)> _renames = [];

    private SeedPlan()
    {
    }

    /// <summary>In the order in which they can be applied.</summary>
    public IReadOnlyList<SeedStep> Steps => _steps;

    /// <summary>What the seed calls otherwise than the last one did.</summary>
    public IReadOnlyList<(SeedStep Step, string Slug)> Renames => _renames;

    /// <summary>What the last seed had and this one has not, and that stands here.</summary>
    public IReadOnlyList<SubjectState> Gone { get; private set; } = [];

    public SeedNames Names { get; } = new();

    public SubjectState? Here(SeedStep step) => step.Id is { } id ? _here.GetValueOrDefault((step.Kind, id)) : null;

    public static async Task<SeedPlan> MakeAsync(
        GuideDb db, IReadOnlyList<IEditableKind> kinds, IReadOnlyList<SeededSubject> seed, LastSeed last,
        CancellationToken cancellationToken)
    {
        var plan = new SeedPlan();
        var was = last.Subjects.ToDictionary(s => (s.Kind, s.Key));
        var ids = last.Subjects.Where(s => s.Id > 0).DistinctBy(s => (s.Kind, s.Id)).ToDictionary(s => (s.Kind, s.Id));
        var left = was.Keys.ToHashSet();
        var taken = new HashSet<(LogKind Kind, int Id)>();
        foreach (var one in seed)
        {
            var old = one.Formerly.Prepend(one.Key).Select(key => was.GetValueOrDefault((one.Kind, key)))
                .FirstOrDefault(s => s is not null);
            var id = old?.Id ?? await KnownSubject.FindAsync(db, one, cancellationToken);
            old ??= id is { } same && ids.GetValueOrDefault((one.Kind, same)) is { } renamed && left.Contains((renamed.Kind, renamed.Key))
                && seed.All(s => s.Kind != one.Kind || s.Key != renamed.Key) ? renamed : null;
            left.Remove((one.Kind, old?.Key ?? ""));
            plan._steps.Add(new SeedStep(one, old, id is { } known && taken.Add((one.Kind, known)) ? known : null));
        }

        await plan.LookAsync(db, kinds, left.Select(key => was[key]), cancellationToken);
        return plan;
    }

    private async Task LookAsync(
        GuideDb db, IReadOnlyList<IEditableKind> kinds, IEnumerable<SeededSubject> left, CancellationToken cancellationToken)
    {
        var gone = left.Where(s => s.Kind is not (LogKind.Path or LogKind.Model)).ToList();
        foreach (var kind in kinds)
        {
            var ids = _steps.Where(s => s.Kind == kind.Kind).Select(s => s.Id).OfType<int>()
                .Concat(gone.Where(s => s.Kind == kind.Kind).Select(s => s.Id)).ToHashSet();
            foreach (var state in await kind.FindAsync(db, ids, cancellationToken))
            {
                _here[(kind.Kind, state.Id)] = state;
            }
        }

        foreach (var step in _steps)
        {
            if (Here(step) is { } here && Names.Add(step.Kind, step.Was?.Key, step.Seed.Key, here.Subject.Key) is { } slug)
            {
                _renames.Add((step, slug));
            }
        }

        await Names.AddModelsAsync(
            db, _steps.SelectMany(s => (SeededSubject?[])[s.Seed, s.Was]).OfType<SeededSubject>().Where(s => s.Kind == LogKind.Model),
            cancellationToken);
        gone.ForEach(Name);
        Gone = [.. gone.Select(s => _here.GetValueOrDefault((s.Kind, s.Id))).OfType<SubjectState>().Where(s => s.RemovedAt is null)];
    }

    private void Name(SeededSubject gone)
    {
        if (_here.GetValueOrDefault((gone.Kind, gone.Id)) is { } here)
        {
            Names.Add(gone.Kind, gone.Key, null, here.Subject.Key);
        }
    }
}
