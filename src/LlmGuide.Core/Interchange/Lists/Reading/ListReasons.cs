namespace LlmGuide.Core.Interchange.Lists.Reading;

/// <summary>Why a line is what it is, as sentences.</summary>
internal static class ListReasons
{
    public const string Heading = "A heading.";
    public const string Head = "The head of a table.";
    public const string Introduction = "Words before the first item: a draft of the introduction.";
    public const string Words = "Words without a work.";
    public const string About = "Words about the work above.";
    public const string Badge = "A badge.";
    public const string Link = "A link within words.";
    public const string Beside = "A link beside the work.";
    public const string GoesOn = "Goes on from the line above.";
    public const string Empty = "An empty line.";
    public const string Code = "Code.";
    public const string Html = "HTML without words of its own.";
    public const string Rule = "A rule between parts.";
    public const string TableRule = "The rule under the head of a table.";
    public const string Reference = "The address of links that name it.";
    public const string Image = "An image.";
    public const string Broken = "Bytes on this line are not UTF-8; each is read as “\uFFFD”.";
}
