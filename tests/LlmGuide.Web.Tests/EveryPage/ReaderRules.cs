using System.Text.RegularExpressions;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace LlmGuide.Web.Tests.EveryPage;

/// <summary>What a page owes to readers of every script and in every time zone.</summary>
internal static partial class ReaderRules
{
    /// <summary>What is typed into these is no text of a language.</summary>
    private static readonly string[] OfOneDirection =
    [
        "hidden", "checkbox", "radio", "submit", "button", "file", "range", "number", "password", "email", "url", "date", "tel",
    ];

    public static IEnumerable<string> FaultsOf(IDocument page) =>
        Fields(page).Concat(Texts(page)).Concat(Times(page)).Concat(Clocks(page));

    private static IEnumerable<string> Fields(IDocument page) => page.QuerySelectorAll("main textarea, main input")
        .Where(field => field is IHtmlTextAreaElement || !(OfOneDirection.Contains(field.GetAttribute("type") ?? "text")
            || field.HasAttribute("inputmode") || field.HasAttribute("autocomplete") || field.Closest("[hidden], .trap, .sr") is not null))
        .Where(field => field.GetAttribute("dir") != "auto").Select(field => $"the field {field.GetAttribute("name")} has no dir");

    private static IEnumerable<string> Texts(IDocument page) => page.QuerySelectorAll("main .prose, main .c-b:not(.gone)")
        .Where(text => text.Closest("[dir=auto]") is null).Select(text => $"the text {text.ClassName} has no dir");

    private static IEnumerable<string> Times(IDocument page) => page.QuerySelectorAll("time[datetime*=T]")
        .Where(time => time.GetAttribute("title")?.EndsWith(" UTC", StringComparison.Ordinal) is not true)
        .Select(time => $"the time {time.TextContent} has no title");

    private static IEnumerable<string> Clocks(IDocument page) => Clock().Matches(page.Body!.TextContent)
        .Where(clock => !clock.Groups["zone"].Success).Select(clock => $"{clock.Value} names no zone");

    [GeneratedRegex(
        @"\d{1,2} [A-Z][a-z]{2,8}( \d{4})?, \d{2}:\d{2}(?<zone> UTC)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clock();
}
