using System.Net;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Seed;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests;

/// <summary>What changes while the site runs.</summary>
public sealed class LifeTests
{
    [Fact]
    public async Task A_kept_page_is_made_anew_when_the_catalogue_is_filled()
    {
        await using var host = await GuideHost.StartAsync("--Database:SeedOnStart=false");
        Assert.Contains("There is nothing to read yet", await host.TextAsync("/"));
        await host.Services.GetRequiredService<LoadSeed>().RunAsync(Path.Combine(GuideHost.Root(), "db", "seed"), GuideHost.Cancelled);
        Assert.Contains("The Transformer", await host.TextAsync("/"));
    }

    [Fact]
    public async Task A_renamed_slug_leads_to_the_new_address_for_ever()
    {
        await using var host = await GuideHost.StartAsync();
        await using (var db = await host.Services.GetRequiredService<IDbContextFactory<GuideDb>>()
            .CreateDbContextAsync(GuideHost.Cancelled))
        {
            db.AddRange(new FormerSlug(SlugOwner.Topic, "attention", "transformer"), new FormerSlug(
                SlugOwner.Resource, "aiayn", "attention-is-all-you-need"));
            await db.SaveChangesAsync(GuideHost.Cancelled);
        }

        foreach (var (old, current) in ((string, string)[])[("/topics/attention", "/topics/transformer"),
            ("/resources/aiayn", "/resources/attention-is-all-you-need")])
        {
            await LeadsToAsync(host, old, current);
        }
    }

    [Fact]
    public async Task A_site_is_alive_and_ready()
    {
        await using var host = await GuideHost.StartAsync("--Database:SeedOnStart=false");
        Assert.Equal("Healthy", await host.TextAsync("/health/live"));
        Assert.Equal("Healthy", await host.TextAsync("/health/ready"));
    }

    [Fact]
    public async Task What_fails_says_so_on_a_page_of_the_site_and_as_problem_details_to_programs()
    {
        await using var host = await GuideHost.StartAsync("--Logging:LogLevel:Default=None");
        await using (var db = await host.Services.GetRequiredService<IDbContextFactory<GuideDb>>()
            .CreateDbContextAsync(GuideHost.Cancelled))
        {
            await db.Database.ExecuteSqlAsync($"""ALTER TABLE "Prerequisites" RENAME TO "Gone" """, GuideHost.Cancelled);
        }

        using var page = await host.GetAsync("/topics/transformer");
        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Matches("(?s)<h1>Something broke on our side.*</footer>", await page.Content.ReadAsStringAsync(GuideHost.Cancelled));
        using var program = await host.GetAsync("/api/v1/topics/transformer");
        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (
            program.StatusCode, program.Content.Headers.ContentType!.MediaType));
    }

    private static async Task LeadsToAsync(GuideHost host, string old, string current)
    {
        using var answer = await host.GetAsync(old);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(current, answer.Headers.Location!.ToString());
    }
}
