using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Revisions;

/// <summary>
/// One kind of thing with a history, for what is the same for all of them: history, diffs, going back. Features to the right of this
/// room register theirs, by deriving from <see cref="EditableKind{TSubject,TDraft}"/>.
/// </summary>
public interface IEditableKind
{
    LogKind Kind { get; }

    /// <summary>What somebody must be allowed to do to change one.</summary>
    Permission Act { get; }

    /// <param name="key">Its slug, or what else its address ends with.</param>
    /// <returns>How it is now; <c>null</c> when nothing has this key.</returns>
    Task<SubjectState?> FindAsync(GuideDb db, string key, CancellationToken cancellationToken);

    /// <returns>How it is now; <c>null</c> when nothing has this id.</returns>
    Task<SubjectState?> FindAsync(GuideDb db, int id, CancellationToken cancellationToken);

    /// <returns>The ids of all, of those too that were removed, in their order.</returns>
    Task<IReadOnlyList<int>> IdsAsync(GuideDb db, CancellationToken cancellationToken);

    /// <returns>Those that are there, in the order of their ids.</returns>
    Task<IReadOnlyList<SubjectState>> FindAsync(GuideDb db, IReadOnlyCollection<int> ids, CancellationToken cancellationToken);

    /// <returns>Those that a context holds with everything that their drafts say, such as the whole of a seed before it is saved.</returns>
    IReadOnlyList<SubjectState> Tracked(GuideDb db);

    /// <summary>Prepares an edit like any other from a draft as JSON, such as a state of its history.</summary>
    Task<Outcome<PreparedEdit>> PrepareAsync(Actor by, Edit<string> edit, CancellationToken cancellationToken);
}

/// <param name="Version">See <see cref="IRevised.Version"/>.</param>
/// <param name="RemovedAt">See <see cref="IRevised.RemovedAt"/>.</param>
/// <param name="ConversationId">See <see cref="IRevised.DiscussedIn"/>.</param>
public sealed record SubjectState(
    int Id, int Version, LogSubject Subject, string Json, DateTimeOffset? RemovedAt, int? ConversationId);
