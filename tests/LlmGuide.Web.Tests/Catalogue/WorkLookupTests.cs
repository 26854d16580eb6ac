using System.Net;
using System.Text.Json;

using LlmGuide.Core.Members;

namespace LlmGuide.Web.Tests.Catalogue;

/// <summary>Works by a part of their title, as the fields of curators ask for them.</summary>
public sealed class WorkLookupTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Fact]
    public async Task A_part_of_the_title_finds_a_work_and_no_page_has_more_than_ten()
    {
        var cookie = await site.Host.SignInAsync("looking-up", Role.Curator);
        using var found = await AskAsync("/curate/works?q=ATTENTION%20is%20all%20you", cookie);
        Assert.Contains(
            "attention-is-all-you-need",
            found.RootElement.GetProperty("items").EnumerateArray().Select(work => work.GetProperty("slug").GetString()));
        using var all = await AskAsync("/curate/works?page=1000000", cookie);
        var items = all.RootElement.GetProperty("items").GetArrayLength();
        Assert.InRange(items, 1, 10);
        Assert.True(all.RootElement.GetProperty("total").GetInt32() > items);
    }

    [Theory]
    [InlineData(Role.None)]
    [InlineData(Role.Moderator)]
    public async Task It_is_for_curators(Role roles)
    {
        using var answer = await site.Host.GetAsync(
            "/curate/works?q=attention", ("Cookie", await site.Host.SignInAsync($"no-curator-{roles}", roles)));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<JsonDocument> AskAsync(string path, string cookie)
    {
        using var answer = await site.Host.GetAsync(path, ("Cookie", cookie));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(GuideHost.Cancelled));
    }
}
