using System.Text.RegularExpressions;

using LlmGuide.Browser.Tests.Pages;
using LlmGuide.Core.Data;
using LlmGuide.Web.Tests;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>Formulas are drawn as they are meant on a machine that has no font for them, which is most of them.</summary>
public sealed partial class FormulaTests(Browser browser)
{
    private const string Font = "LlmGuide Math*";

    [Theory]
    [InlineData("/topics/transformer", true)]
    [InlineData("/topics/transformer", false)]
    public async Task A_root_has_its_sign_and_brackets_grow(string path, bool scripts)
    {
        var drawn = new DrawnFormulas(await browser.OpenAsync(path, scripts: scripts));
        Assert.All(await drawn.RootsAsync(), root => Assert.InRange(root, .5, 1.2));
        Assert.NotEmpty(await drawn.RootsAsync());
        Assert.All(await drawn.BracketsAsync(), bracket => Assert.InRange(bracket, .9, 1.5));
        Assert.NotEmpty(await drawn.BracketsAsync());
    }

    [Fact]
    public async Task They_are_on_paper_too()
    {
        var page = await browser.OpenAsync("/topics/transformer?print=1");
        var screen = await new DrawnFormulas(page).RootsAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.All(await new DrawnFormulas(page).RootsAsync(), root => Assert.InRange(root, .5, 1.2));
        Assert.Equal(screen.Length, (await new DrawnFormulas(page).RootsAsync()).Length);
    }

    [Fact]
    public async Task They_are_in_a_preview_and_in_a_comment_and_never_wider_than_a_small_phone()
    {
        const string Text = """
            Why $\sqrt{d_k}$, and $\left\|\frac{a}{b}\right\|$,
            and $p_\theta(y\mid x)=\prod_{t=1}^{n} p_\theta(y_t\mid y_{<t},x)=\exp\sum_t \log p_\theta(y_t\mid y_{<t},x)$?

            - In a list $x\hspace{20em}y$

            | a | b |
            |---|---|
            | $x\hspace{20em}y$ | $\left(\begin{matrix}a\\b\\c\end{matrix}\right)$ |

            $$x\hspace{20em}y\hspace{20em}z$$
            """;
        var page = await browser.OpenAsync("/topics/mixture-of-experts", width: 320, member: "ada");
        var talk = new TalkPage(page);
        await talk.Box.FillAsync(Text);
        await page.ClickAsync("#talk > .compose button.bare");
        await page.Locator("#talk > .compose .preview math").First.WaitForAsync();
        await IsDrawnAsync(page);
        await page.ClickAsync("#talk > .compose button.go");
        await talk.SeeAsync("In a list");
        await IsDrawnAsync(page);
        var wide = page.Locator(".c-b math[tabindex]:not([display])").First;
        await wide.FocusAsync();
        Assert.True(await wide.EvaluateAsync<bool>("m => m === document.activeElement && m.scrollWidth > m.clientWidth"));
    }

    [Theory]
    [InlineData("/topics/transformer", true)]
    [InlineData("/metrics", true)]
    [InlineData("/", false)]
    [InlineData("/tasks", false)]
    [InlineData("/account/sign-in", false)]
    public async Task Their_font_is_fetched_by_pages_that_have_one(string path, bool fetched)
    {
        var page = await browser.OpenAsync("/about");
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal(fetched, await page.Locator("math").CountAsync() > 0);
        Assert.Equal(fetched ? 1 : 0, asked.Count(url => url.Contains("llmguide-math") && url.Contains("basic")));
        Assert.DoesNotContain(asked, url => url.Contains("llmguide-math") && url.Contains("symbols"));
    }

    [Fact]
    public async Task The_font_has_every_sign_that_a_formula_of_the_seed_has()
    {
        var page = await browser.OpenAsync("/about");
        var pieces = (await FormulasAsync()).SelectMany(formula => Leaf.Matches(formula).Select(leaf => leaf.Value)).Distinct().ToList();
        Assert.InRange(pieces.Count, 150, int.MaxValue);
        var drawn = await new DrawnFormulas(page).FontsAsync(pieces);
        Assert.All(drawn.Where(d => !string.IsNullOrWhiteSpace(d.Text)), d => Assert.True(d.Fonts == Font, $"“{d.Text}”: {d.Fonts}"));
    }

    private static async Task IsDrawnAsync(IPage page)
    {
        Assert.All(await new DrawnFormulas(page).RootsAsync(), root => Assert.InRange(root, .5, 1.2));
        Assert.All(await new DrawnFormulas(page).BracketsAsync(), bracket => Assert.InRange(bracket, .9, 1.5));
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, 320);
    }

    /// <summary>Of every text in the database, whichever table it is in.</summary>
    private async Task<IReadOnlyList<string>> FormulasAsync()
    {
        var databases = browser.Host.Services.GetRequiredService<IDbContextFactory<GuideDb>>();
        await using var db = await databases.CreateDbContextAsync(GuideHost.Cancelled);
        var found = new List<string>();
        var columns = db.Model.GetRelationalModel().Tables.SelectMany(table => table.Columns);
        foreach (var column in columns.Where(column => column.Name.EndsWith("Html")))
        {
            var sql = $"""SELECT "{column.Name}" AS "Value" FROM "{column.Table.Name}" WHERE "{column.Name}" LIKE '%<math%'""";
            found.AddRange(await db.Database.SqlQueryRaw<string>(sql).ToListAsync(GuideHost.Cancelled));
        }

        return found;
    }

    [GeneratedRegex("<(?<name>mi|mn|mo|mtext)\\b[^>]*>[^<]+</\\k<name>>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Leaf { get; }
}
