namespace LlmGuide.Core.Data;

/// <summary>Why a database says no although the program is right: what is wrong is around it, and passes or can be mended there.</summary>
public enum DatabaseFault
{
    /// <summary>It does not answer: stopped, starting, out of reach. Nothing can be read or saved; trying again later may work.</summary>
    Away,

    /// <summary>It answers, and others kept it busy for too long. Trying again soon may work.</summary>
    Busy,

    /// <summary>There is no room left where it is. What is there can be read; nothing can be saved before somebody makes room.</summary>
    Full,

    /// <summary>
    /// It can be read only: the file, its folder or the server says so. Nothing can be saved before somebody changes that.
    /// </summary>
    ReadOnly,

    /// <summary>
    /// The file is no longer the one at its path: deleted, or another one put in its place, while the program ran.
    /// Nothing is saved into what would be lost.
    /// </summary>
    Moved,
}
