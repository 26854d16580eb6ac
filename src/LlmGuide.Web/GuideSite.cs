using LlmGuide.Core;
using LlmGuide.Web.Accounts;
using LlmGuide.Web.Benchmarks;
using LlmGuide.Web.Catalogue;
using LlmGuide.Web.Commands;
using LlmGuide.Web.Search;
using LlmGuide.Web.Shared.Delivery;
using LlmGuide.Web.Shared.Markdown;
using LlmGuide.Web.Shell;

namespace LlmGuide.Web;

/// <summary>Puts the application together.</summary>
public static class GuideSite
{
    /// <summary>The longest first line of a request; the rest of the header has Kestrel's limit.</summary>
    private const int LongestRequestLine = 16 * 1024;

    /// <param name="args">Settings, as ASP.NET Core reads them from the command line.</param>
    /// <exception cref="StartUpException">A setting is wrong.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddGuideDatabase();
        builder.AddSite();
        builder.AddRateLimits();
        builder.Services.AddGuideCore();
        builder.Services.AddGuideMarkdown();
        builder.AddAccounts();
        builder.AddExternalSignIn();
        builder.Services.AddDelivery();
        builder.Services.AddRazorComponents();
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi("v1", document => document.AddDocumentTransformer((description, _, _) =>
        {
            description.Info.Title = "LlmGuide";
            description.Info.Description = "Read-only JSON of the learning path, its resources and NLP tasks.";
            description.Servers?.Clear();
            return Task.CompletedTask;
        }));
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: ["ready"], timeout: TimeSpan.FromSeconds(5));

        var app = builder.Build();
        app.UseWhen(IsApi, api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(http => !IsApi(http), pages => pages
            .UseExceptionHandler("/error")
            .UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseDelivery();
        app.UseRateLimiter();
        app.MapDelivery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AnswerHead();
        app.MapOpenApi().CachedForReaders();
        app.MapCatalogueApi();
        app.MapTasksApi();
        app.MapSearchApi();
        app.MapCrawlers();
        app.MapBrowserFiles();
        app.MapTheme();
        app.MapAccounts();
        app.MapHealth();
        return app;
    }

    // Programs get problem details, people get pages.
    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase);
}
