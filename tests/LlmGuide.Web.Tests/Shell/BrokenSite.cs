using System.Globalization;
using System.Text.RegularExpressions;

using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared.Faults;

using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LlmGuide.Web.Tests.Shell;

/// <summary>A seeded site whose database can be broken and mended.</summary>
public sealed class BrokenSite : IAsyncLifetime
{
    internal BrokenDatabase Database { get; } = new();

    internal LogLines Log { get; } = new();

    public GuideHost Host { get; private set; } = null!;

    private string File =>
        new SqliteConnectionStringBuilder(Host.Services.GetRequiredService<IConfiguration>().GetConnectionString("Guide")).DataSource;

    public string Member { get; private set; } = "";

    public string Admin { get; private set; } = "";

    /// <summary>Where a comment on a topic is sent.</summary>
    public string Write { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Host = await GuideHost.StartAsync(
            services => services.ConfigureDbContext<GuideDb>(options => options.AddInterceptors(Database))
                .AddSingleton<ILoggerProvider>(Log), "--RateLimits:Enabled=false");
        Member = await Host.SignInAsync("ada");
        Admin = await Host.SignInAsync("root", Role.Admin);
        var conversation = await Host.AskAsync(db => db.Conversations.Where(c => c.Type == SubjectType.Topic && c.Slug == "transformer")
            .Select(c => c.Id).SingleAsync(GuideHost.Cancelled));
        Write = string.Create(CultureInfo.InvariantCulture, $"/write/{conversation}");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Log.Dispose();
    }

    /// <summary>Breaks the database until the answer is disposed of, and forgets every page that was kept.</summary>
    public async Task<IAsyncDisposable> BrokenAsync(DatabaseFault fault)
    {
        await Host.Services.GetRequiredService<IOutputCacheStore>().EvictByTagAsync(PageCache.AnyPage, GuideHost.Cancelled);
        Database.Fault = fault;
        return new Mending(this, fault == DatabaseFault.Busy ? await BrokenDatabase.LockAsync(File) : null);
    }

    /// <summary>Every address of the site that takes a method, with something that exists in the place of what varies.</summary>
    internal List<string> Addresses(string method) =>
    [
        .. Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.Metadata
                .GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method, StringComparer.OrdinalIgnoreCase) is true)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/')).Distinct(StringComparer.Ordinal).Select(Filled)
            .Where(path => !path.StartsWith("/_", StringComparison.Ordinal)),
    ];

    private static string Filled(string route)
    {
        var slug = route.Split('/') switch
        {
            [_, "tasks", ..] or [_, "curate", "tasks", ..] or [_, "api", _, "tasks", ..] => "translation",
            [_, "benchmarks", ..] or [_, "curate", "benchmarks", ..] or [_, "api", _, "benchmarks", ..] => "squad-1-1",
            [_, "curate", "metrics", ..] => "bleu",
            [_, "curate", "stages", ..] => "data",
            [_, "u", ..] => "ada",
            [_, "resources", ..] or [_, "curate", "resources", ..] or [_, "api", _, "resources", ..] => "attention-is-all-you-need",
            _ => "transformer",
        };
        return Regex.Replace(
            route,
            @"\{\*{0,2}\w+(?<kind>:\w+)?[^}]*\}",
            match => match.Groups["kind"].Value switch { ":int" => "1", ":guid" => "6a8a1a90-7d3c-4b2e-9a7e-0d2f3a4b5c6d", _ => slug },
            RegexOptions.None,
            TimeSpan.FromSeconds(1));
    }

    private sealed class Mending(BrokenSite site, IAsyncDisposable? held) : IAsyncDisposable
    {
        /// <summary>Until the site knows of it.</summary>
        public async ValueTask DisposeAsync()
        {
            site.Database.Fault = null;
            if (held is not null)
            {
                await held.DisposeAsync();
            }

            while (site.Host.Services.GetRequiredService<DatabaseOutage>().Fault is not null)
            {
                await site.Host.TextAsync("/health/live");
            }
        }
    }
}
