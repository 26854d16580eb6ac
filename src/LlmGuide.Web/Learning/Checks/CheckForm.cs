using LlmGuide.Core.Catalogue.Topics.Checks;

using Microsoft.Extensions.Primitives;

namespace LlmGuide.Web.Learning.Checks;

/// <summary>
/// The fields of the form of a check, in a form that is posted and in an address alike. An answer is the same either way, since what is
/// said of it needs nobody's account: a member's is kept, and leads to the address that says it.
/// </summary>
internal static class CheckForm
{
    public const string Answer = "answer";
    public const string Place = "place";
    public const string Tick = "tick";
    public const string Hint = "hint";

    /// <summary>An open check without a tick is answered too.</summary>
    public const string Sent = "sent";

    /// <summary>More of a text than any rule takes, and no more than an address can hold.</summary>
    private const int LongestKept = 200;

    private static readonly string[] All = [Answer, Place, Tick, Hint, Sent];

    /// <returns><c>null</c> where nothing was sent.</returns>
    public static CheckAnswer? Read(Func<string, StringValues> field) =>
        field(Sent).Count > 0 ? new CheckAnswer(field(Answer).ToString(), Texts(field(Place)), Texts(field(Tick))) : null;

    public static bool IsHelped(Func<string, StringValues> field) => field(Hint) == "1";

    /// <summary>What was posted, as the query of the page that says what it is worth.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Query(IFormCollection form) =>
        from name in All
        from value in Texts(form[name])
        select new KeyValuePair<string, string?>(name, value[..Math.Min(value.Length, LongestKept)]);

    private static string[] Texts(StringValues values) => [.. values.Take(CheckAnswer.MostParts).Select(value => value ?? "")];
}
