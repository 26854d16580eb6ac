using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>Readers see when something happened by their own clock.</summary>
public sealed class TimeTests(Browser browser)
{
    private const string Insert = """
        ([datetime, title, text]) => document.querySelector('main').insertAdjacentHTML(
            'beforeend', `<p><time datetime="${datetime}" title="${title}">${text}</time></p>`)
        """;

    [Theory]
    [InlineData("America/New_York", "14 Jan 2020, 22:30", "14 January 2020, 22:30 EST (15 January 2020, 03:30 UTC)")]
    [InlineData("Asia/Kolkata", "15 Jan 2020, 09:00", "15 January 2020, 09:00 GMT+5:30 (15 January 2020, 03:30 UTC)")]
    [InlineData("UTC", "15 Jan 2020, 03:30", "15 January 2020, 03:30 UTC (15 January 2020, 03:30 UTC)")]
    public async Task A_time_that_comes_later_is_in_the_zone_of_the_reader(string zone, string text, string title)
    {
        var page = await browser.OpenAsync("/about", zone: zone);
        await page.EvaluateAsync(Insert, (string[])["2020-01-15T03:30:00Z", "15 January 2020, 03:30 UTC", "15 Jan 2020, 03:30 UTC"]);

        await Assertions.Expect(page.Locator("main time").Last).ToHaveTextAsync(text);
        await Assertions.Expect(page.Locator("main time").Last).ToHaveAttributeAsync("title", title);
    }

    [Fact]
    public async Task A_day_is_the_day_of_the_reader_and_what_is_no_moment_stays()
    {
        var page = await browser.OpenAsync("/about", zone: "America/New_York");
        await page.EvaluateAsync(Insert, (string[])["2017-06", "", "June 2017"]);
        await page.EvaluateAsync(Insert, (string[])["2020-01-01T03:30:00Z", "1 January 2020, 03:30 UTC", "1 January 2020"]);

        await Assertions.Expect(page.Locator("main time").Last).ToHaveTextAsync("31 December 2019");
        await Assertions.Expect(page.Locator("main time").Nth(-2)).ToHaveTextAsync("June 2017");
    }
}
