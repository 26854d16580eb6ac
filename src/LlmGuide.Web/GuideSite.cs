using LlmGuide.Core;
using LlmGuide.Core.Figures;
using LlmGuide.Web.Accounts;
using LlmGuide.Web.Accounts.Circuits;
using LlmGuide.Web.Accounts.Tickets;
using LlmGuide.Web.Accounts.Tokens;
using LlmGuide.Web.Assistants;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Catalogue;
using LlmGuide.Web.Catalogue.Resources;
using LlmGuide.Web.Catalogue.Figures;
using LlmGuide.Web.Discussion;
using LlmGuide.Web.Discussion.Comments;
using LlmGuide.Web.Discussion.Notifications;
using LlmGuide.Web.Interchange;
using LlmGuide.Web.Interchange.Imports;
using LlmGuide.Web.Interchange.Imports.Requests;
using LlmGuide.Web.Leaderboards.Models;
using LlmGuide.Web.Leaderboards.Tasks;
using LlmGuide.Web.Learning;
using LlmGuide.Web.Learning.Api;
using LlmGuide.Web.Learning.News;
using LlmGuide.Web.Limits;
using LlmGuide.Web.LinkChecks;
using LlmGuide.Web.Lookup;
using LlmGuide.Web.Markdown;
using LlmGuide.Web.Revisions;
using LlmGuide.Web.Search;
using LlmGuide.Web.Settings;
using LlmGuide.Web.Settings.Backups;
using LlmGuide.Web.Settings.Health;
using LlmGuide.Web.Settings.Telemetry;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Faults;
using LlmGuide.Web.Shared.Jobs;
using LlmGuide.Web.Shared.Posted;
using LlmGuide.Web.Shared.Sections;
using LlmGuide.Web.Suggestions;
using LlmGuide.Web.Islands;
using LlmGuide.Web.Shell;
using LlmGuide.Web.Shell.Faults;

namespace LlmGuide.Web;

/// <summary>Puts the application together.</summary>
public static class GuideSite
{
    /// <summary>The longest first line of a request; the rest of the header has Kestrel's limit.</summary>
    private const int LongestRequestLine = 16 * 1024;

    /// <param name="args">Settings, as ASP.NET Core reads them from the command line.</param>
    /// <param name="replace">What to put in the place of something, such as the clock. The last word about services.</param>
    /// <exception cref="StartUpException">A setting is wrong.</exception>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null) =>
        Build(SiteBuilder.Create(args), replace);

    /// <param name="builder">From <see cref="SiteBuilder"/>, with whatever else settings are to be read from.</param>
    /// <exception cref="StartUpException">A setting is wrong.</exception>
    internal static WebApplication Build(WebApplicationBuilder builder, Action<IServiceCollection>? replace = null)
    {
        builder.WebHost.UseStaticWebAssets();

        // The host logs why it could not start, with its stack, and throws it too: the verbs make a sentence of that.
        // What ends it later is critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        // Whoever asks for the health every few seconds is told; the log has it once, from DatabaseOutage.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks.DefaultHealthCheckService", LogLevel.Critical);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        });
        builder.Services.AddSingleton(TimeProvider.System).AddGuideCore();
        builder.AddGuideDatabase();
        builder.AddBackups();
        builder.AddTelemetry();
        builder.Services.AddHttps().AddLimits();
        builder.AddMail();
        builder.AddOtherNodes();
        builder.AddAccounts();
        builder.AddExternalSignIn();
        builder.Services
            .AddSection<SiteOptions>(SiteOptions.Section).AddSingleton<SiteAddress>()
            .AddSingleton(_ => FigureLibrary.Read(GuideFolders.Seed))
            .AddSingleton<JobRuns>().AddSingleton<DatabaseOutage>().AddSingleton<Bookkeeping>()
            .AddDelivery()
            .AddGuideMarkdown()
            .AddIslands()
            .AddCircuits()
            .AddDiscussion()
            .AddLearning()
            .AddCatalogue()
            .AddLookup()
            .AddLinkChecks()
            .AddSuggestions()
            .AddAssistants()
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<ImportRequests>(provider, GuideFolders.Seed))
            .AddSingleton<ImportDesk>().AddSingleton<SiteArchive>().AddSingleton<ContentTag>()
            .AddSingleton<EffectiveSettings>().AddSingleton<HealthReportQuery>()
            .AddStop()
            .AddFaultPages();
        builder.Services.AddOpenApi("v1", document =>
        {
            document.AddDocumentTransformer((description, _, _) =>
            {
                description.Info.Title = "LlmGuide";
                description.Info.Description =
                    "The learning path, its resources and NLP tasks, without a key; what a member has read, with a token of theirs.";
                description.Servers?.Clear();
                return Task.CompletedTask;
            });
            document.AddTokenDescription();
        });
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: ["ready"], timeout: TimeSpan.FromSeconds(5))
            .AddCheck<StoppingCheck>("running", tags: ["ready"]);
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        SettingsCheck.Require(app.Services);
        app.UseSiteCookies();
        app.UseDelivery(errors => errors.UseMiddleware<RefusalsLogged>().UseFaultPages(), counted => counted.UseMiddleware<TokenTries>());
        app.UseRateLimiter();
        app.Use(TrustedForm.Before);
        app.MapDelivery();
        app.MapStaticFiles();
        CommentFormHandler.Before(app.MapPages<App>(CircuitDoor.Guard));
        app.MapOpenApi().CachedForReaders();
        app.MapCatalogueApi();
        app.MapWorkLookup();
        app.MapFigureFiles();
        app.MapTasksApi();
        app.MapModelsApi();
        app.MapBoardFiles();
        app.MapCatalogueFiles();
        app.MapMarkdownTwins();
        app.MapImports();
        app.MapSearchApi();
        app.MapAssistants();
        app.MapDiscussion();
        app.MapDiscussionApi();
        app.MapDiscussionFeeds();
        app.MapChanges();
        app.MapCatalogueFeed();
        app.MapLinks();
        app.MapNotifications();
        app.MapLearning();
        app.MapMeApi();
        app.MapOwnFeed();
        app.MapSuggestionsApi();
        app.MapCrawlers();
        app.MapBrowserFiles();
        app.MapTheme();
        app.MapAccounts();
        app.MapHealth();
        return app;
    }
}
