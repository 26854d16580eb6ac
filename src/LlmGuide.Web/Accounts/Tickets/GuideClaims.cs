namespace LlmGuide.Web.Accounts.Tickets;

/// <summary>What the guide knows of who is signed in, besides the framework's own claims.</summary>
internal static class GuideClaims
{
    public const string Roles = "guide:roles";
    public const string Suspended = "guide:suspended";
    public const string Session = "guide:session";
}
