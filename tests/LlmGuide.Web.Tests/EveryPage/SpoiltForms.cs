using System.Globalization;
using System.Net;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

using LlmGuide.Web.Tests.Accounts;

namespace LlmGuide.Web.Tests.EveryPage;

/// <summary>Fills in every form of a page so that everything in it is wrong, and looks at how that is answered.</summary>
internal static class SpoiltForms
{
    /// <summary>
    /// The names of other things, which are looked up when all else is right, and what counts only with a choice that nobody has made.
    /// </summary>
    private static readonly HashSet<string> NotLookedAt = new(StringComparer.Ordinal)
    {
        "Resource", "Successor", "MergedInto", "Place.CompanionOf",
        "MeasuredByName", "SourceName", "SourceHome", "SourceLicence", "SourceAttribution", "NewMetric.Name", "NewMetric.Value",
    };

    /// <summary>What is wrong with each text that has a limit.</summary>
    public static string TooLong(IElement text) =>
        (text.GetAttribute("type") == "url" ? "https://example.org/" : "") + new string('x', Limit(text) + 1);

    /// <returns>A line for each form that does not name all its faults in one place, or does not have what was typed any more.</returns>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Browser browser, string path, Func<IElement, string> spoil)
    {
        var faults = new List<string>();
        await browser.OpenAsync(path);
        foreach (var name in Names(browser.Page))
        {
            await browser.OpenAsync(path);
            var wrong = Texts(browser.Page, name).Select(text => (Name: text.GetAttribute("name")!, Value: spoil(text))).ToArray();
            if (wrong.Length == 0 || IsEmptyTable(browser.Page, name))
            {
                continue;
            }

            await browser.SendAsync(name, [.. wrong, .. Pressed(browser.Page, name), .. Ticked(browser.Page, name)]);
            faults.AddRange(
                browser.Status >= HttpStatusCode.InternalServerError ? [$"{path} {name}: {browser.Status}"]
                : browser.Location is not null ? []
                : Answered(browser.Page, name, wrong).Select(fault => $"{path} {name}: {fault}"));
        }

        return faults;
    }

    private static IEnumerable<string> Answered(IHtmlDocument page, string form, IEnumerable<(string Name, string Value)> wrong)
    {
        var alerts = page.QuerySelectorAll("[role=alert]").Length;
        if (alerts != 1)
        {
            yield return $"{alerts} places say what is wrong";
        }

        var texts = Texts(page, form).ToDictionary(text => text.GetAttribute("name")!, StringComparer.Ordinal);
        foreach (var (name, value) in wrong)
        {
            if (!texts.TryGetValue(name, out var text))
            {
                yield return $"{name} is gone";
                continue;
            }

            if (text.GetAttribute("aria-invalid") != "true")
            {
                yield return $"{name} is not said to be wrong";
            }

            if ((text is IHtmlTextAreaElement area ? area.Value : text.GetAttribute("value")) != value)
            {
                yield return $"{name} is not what was typed";
            }
        }
    }

    private static IEnumerable<string> Names(IParentNode page) => page.QuerySelectorAll("form[method=post] input[name=_handler]")
        .Select(input => input.GetAttribute("value")!).GroupBy(name => name, StringComparer.Ordinal)
        .Where(same => same.Count() == 1).Select(same => same.Key).ToList();

    /// <summary>The first button of a form, where it says which it is.</summary>
    private static IEnumerable<(string Name, string Value)> Pressed(IParentNode page, string form) =>
        Fields(page, form, "button[type=submit]").Take(1).Where(button => button.HasAttribute("name"))
            .Select(button => (button.GetAttribute("name")!, button.GetAttribute("value") ?? ""));

    /// <summary>The first box: a row, or the consent to what is asked for.</summary>
    private static IEnumerable<(string Name, string Value)> Ticked(IParentNode page, string form) =>
        Fields(page, form, "input[type=checkbox][name][value]").Take(1)
            .Select(box => (box.GetAttribute("name")!, box.GetAttribute("value")!));

    /// <summary>What somebody can type into a form, where it has a limit; rows of a list are not told from each other.</summary>
    private static IEnumerable<IElement> Texts(IParentNode page, string form) =>
        Fields(page, form, "input[name][maxlength], textarea[name][maxlength]")
            .Where(text => text.GetAttribute("type") is not ("hidden" or "password") && !NotLookedAt.Contains(text.GetAttribute("name")!))
            .GroupBy(text => text.GetAttribute("name")!, StringComparer.Ordinal)
            .Where(same => same.Count() == 1).Select(same => same.First());

    private static IEnumerable<IElement> Fields(IParentNode page, string form, string selector) =>
        page.QuerySelectorAll("form[method=post]")
            .Where(found => found.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form)
            .SelectMany(found => found.QuerySelectorAll(selector));

    /// <summary>Whether there is no row that something could be done with.</summary>
    private static bool IsEmptyTable(IParentNode page, string form) =>
        Fields(page, form, "[data-table]").Any() && !Fields(page, form, "input[name=id]").Any();

    private static int Limit(IElement text) => int.Parse(text.GetAttribute("maxlength")!, CultureInfo.InvariantCulture);
}
