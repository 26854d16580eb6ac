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

    /// <summary>It has one revision more.</summary>
    void CountRevision();
}
