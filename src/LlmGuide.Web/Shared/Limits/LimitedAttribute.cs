namespace LlmGuide.Web.Shared.Limits;

/// <summary>What is counted for each visitor.</summary>
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
}

/// <summary>Marks a page whose forms can be sent only so often; reading it is not counted.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LimitedAttribute(Limit limit) : Attribute
{
    public Limit Limit { get; } = limit;
}
