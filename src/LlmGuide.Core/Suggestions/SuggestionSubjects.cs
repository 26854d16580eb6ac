using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions;

/// <summary>What suggestions are about, of whatever kind it is.</summary>
public sealed class SuggestionSubjects(IDbContextFactory<GuideDb> databases, IEnumerable<IEditableKind> kinds)
{
    /// <returns>How it is now; <c>null</c> when nothing of this kind has the key.</returns>
    public async Task<SubjectState?> FindAsync(LogKind kind, string key, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return Of(kind) is { } known ? await known.FindAsync(db, key, cancellationToken) : null;
    }

    /// <returns>How it is now; <c>null</c> when it is no longer there.</returns>
    public async Task<SubjectState?> FindAsync(LogKind kind, int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return Of(kind) is { } known ? await known.FindAsync(db, id, cancellationToken) : null;
    }

    /// <summary>Whether a change of it can be carried out by the guide.</summary>
    internal bool CanChange(LogKind kind) => Of(kind) is not null;

    /// <summary>Prepares an edit of a subject from a draft as JSON.</summary>
    internal Task<Outcome<PreparedEdit>> PrepareAsync(LogKind kind, Actor by, Edit<string> edit, CancellationToken cancellationToken) =>
        Of(kind)!.PrepareAsync(by, edit, cancellationToken);

    /// <summary>Whether a draft says that its subject is no part of the guide any more.</summary>
    internal static bool IsRemoved(string json) => DraftField.Parse(json)["removed"]?.GetValue<bool>() is true;

    private IEditableKind? Of(LogKind kind) => kinds.FirstOrDefault(known => known.Kind == kind);
}
