namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>The fixed reasons to flag a comment, in words that go on from "it is".</summary>
public static class ReasonLabels
{
    public static string Of(FlagReason reason) => reason switch
    {
        FlagReason.Spam => "spam",
        FlagReason.Rude => "rude",
        FlagReason.OffTopic => "off topic",
        FlagReason.Wrong => "misleading",
        FlagReason.Harmful => "harmful",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Nobody has said what this is called."),
    };
}
