using LlmGuide.Core.Catalogue.Topics.Checks;

namespace LlmGuide.Web.Catalogue.Topics.Edits;

internal static class CheckKinds
{
    public static readonly IReadOnlyList<(CheckKind Kind, string Words)> All =
    [
        (CheckKind.Open, "Words, which the reader compares"), (CheckKind.Number, "A number"), (CheckKind.Choice, "A choice"),
        (CheckKind.Order, "An order"),
    ];
}
