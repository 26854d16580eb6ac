using LlmGuide.Core.Data;

namespace LlmGuide.Core.Revisions;

/// <summary>Something that curators edit: each change of it is a <see cref="Revision"/>.</summary>
public interface IRevised
{
    int Id { get; }

    /// <summary>The number of its last revision; 0 for what is as it was loaded. An edit names the one that it started from.</summary>
    int Version { get; }

    /// <summary>What the log calls it: its slug and title as they are now.</summary>
    LogSubject Subject { get; }

    /// <summary>When it was removed; <c>null</c> while it is a part of the guide, and for what always is one.</summary>
    DateTimeOffset? RemovedAt => null;

    /// <summary>Where it is discussed; <c>null</c> for what is discussed with something else.</summary>
    int? DiscussedIn => null;

    /// <summary>It has one revision more.</summary>
    void CountRevision();
}
