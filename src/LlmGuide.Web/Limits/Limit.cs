namespace LlmGuide.Web.Limits;

/// <summary>
/// What is counted for each visitor: the table of limits. Each is a policy of the framework with the same name, which an endpoint
/// names (<c>EnableRateLimiting</c>); how often and in what time, <see cref="LimitOptions"/> says.
/// </summary>
public enum Limit
{
    /// <summary>Tries to sign in, a minute.</summary>
    SignIn,

    /// <summary>New accounts, an hour.</summary>
    Register,

    /// <summary>Mails that somebody can cause to be sent, an hour.</summary>
    Mail,

    /// <summary>Comments posted, looked at before posting, or changed, a minute.</summary>
    Comment,

    /// <summary>Texts rendered for a preview, a minute.</summary>
    Preview,

    /// <summary>Suggestions sent, an hour.</summary>
    Suggest,

    /// <summary>Votes, a minute.</summary>
    Vote,

    /// <summary>Comments reported, an hour.</summary>
    Flag,

    /// <summary>Marks of what was read, a minute.</summary>
    Mark,

    /// <summary>Conversations followed or left, a minute.</summary>
    Follow,

    /// <summary>Searches and filters with words in them that are not answered from the cache, a minute.</summary>
    Search,

    /// <summary>What assistants ask by the Model Context Protocol, a minute.</summary>
    Assistant,

    /// <summary>Files sent for import, an hour.</summary>
    Import,

    /// <summary>What curators send, a minute.</summary>
    Edit,

    /// <summary>Pages with live parts that begin, a minute.</summary>
    Island,

    /// <summary>Every other form, a minute.</summary>
    Form,
}
