using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Releases;

/// <summary>
/// Everything that the path says at one time, made of the drafts of its parts (see <see cref="DraftJson"/> before changing it). Parts
/// carry their ids, so that one that was renamed is still the same.
/// </summary>
public sealed record PathSnapshot(
    PathDraft Path, IReadOnlyList<SnapshotPart<StageDraft>> Stages,
    IReadOnlyList<SnapshotPart<TopicDraft>> Topics, IReadOnlyList<SnapshotPart<ResourceDraft>> Resources)
{
    public static readonly PathSnapshot Empty = new(new PathDraft(), [], [], []);

    /// <param name="json">As stored; <c>null</c> for what was before the first release.</param>
    public static PathSnapshot Read(string? json) => json is null ? Empty : DraftJson.Read<PathSnapshot>(json);
}

public sealed record SnapshotPart<TDraft>(int Id, TDraft Draft)
    where TDraft : class;
