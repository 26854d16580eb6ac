using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Releases;

/// <summary>What became of one part of the path from one release to another.</summary>
public sealed record PartChange(PartChangeKind Kind, PartName Name, IReadOnlyList<FieldDiff> Fields)
{
    internal static IEnumerable<PartChange> Between<TDraft>(
        IReadOnlyList<SnapshotPart<TDraft>> before, IReadOnlyList<SnapshotPart<TDraft>> after,
        Func<TDraft, PartName> name, Func<TDraft, string> json)
        where TDraft : class
    {
        var (old, now) = (before.ToDictionary(p => p.Id, p => p.Draft), after.Select(p => p.Id).ToHashSet());
        var changed = after.Where(p => old.ContainsKey(p.Id))
            .Select(p => new PartChange(PartChangeKind.Rewritten, name(p.Draft), DraftDiff.Between(json(old[p.Id]), json(p.Draft))));
        return
        [
            .. after.Where(p => !old.ContainsKey(p.Id)).Select(p => new PartChange(PartChangeKind.Added, name(p.Draft), [])),
            .. before.Where(p => !now.Contains(p.Id)).Select(p => new PartChange(PartChangeKind.Removed, name(p.Draft), [])),
            .. changed.Where(change => change.Fields.Count > 0),
        ];
    }
}

/// <param name="Slug">The part's; of a placement the resource's.</param>
/// <param name="Title">The part's; of a placement the resource's.</param>
/// <param name="In">The title of the topic that it is placed in; of placements only.</param>
public sealed record PartName(string Slug, string Title, string? In = null);

public enum PartChangeKind
{
    Added,
    Removed,

    /// <summary>It stands elsewhere, or in another order.</summary>
    Moved,

    /// <summary>It says something else.</summary>
    Rewritten,
}
