using System.Data.Common;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Figures;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Lookup;
using LlmGuide.Core.Suggestions;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Core.Tests.Databases;

/// <summary>A real database, migrated, with every query and command of Core on it.</summary>
public sealed class GuideDatabase : IAsyncDisposable
{
    private readonly Func<GuideDatabase, DatabaseContent, Task> _make;
    private readonly Func<GuideDatabase, Task> _drop;

    /// <param name="provider">Where it is.</param>
    /// <param name="make">Makes one of the newest schema there.</param>
    /// <param name="drop">Removes it.</param>
    internal GuideDatabase(
        Action<IServiceCollection> provider, Func<GuideDatabase, DatabaseContent, Task> make, Func<GuideDatabase, Task> drop)
    {
        _make = make;
        _drop = drop;
        var services = new ServiceCollection();
        provider(services);
        services.ConfigureDbContext<GuideDb>(options => options.AddInterceptors(Commands));
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<IMarkdown, PlainMarkdown>().AddSingleton(Evictions)
            .AddSingleton<IPageCache>(Evictions).AddSingleton(News).AddSingleton<IConversationNews>(News)
            .AddSingleton<DiscussionOptions>().AddSingleton<SuggestionOptions>().AddSingleton<IWebClient>(Web)
            .AddSingleton<ILoggerFactory, NullLoggerFactory>().AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).AddGuideCore()
            .AddSingleton(FigureLibrary.Read(SeedFolder)).AddSingleton(new LinkCheckOptions { HostSeconds = 0 });
        Services = services.BuildServiceProvider();
    }

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The seed of this checkout.</summary>
    public static string SeedFolder { get; } = FindSeed();

    public ServiceProvider Services { get; }

    internal RecordedEvictions Evictions { get; } = new();

    internal RecordedNews News { get; } = new();

    internal FakeWebClient Web { get; } = new();

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    internal CommandCounter Commands { get; } = new();

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Task<GuideDb> OpenAsync() => Get<IDbContextFactory<GuideDb>>().CreateDbContextAsync(Cancelled);

    public Task<GuideDatabase> MigratedAsync() => FilledAsync(DatabaseContent.Schema);

    public Task<GuideDatabase> SeededAsync() => FilledAsync(DatabaseContent.Seed);

    internal async Task<GuideDatabase> FilledAsync(DatabaseContent content)
    {
        await _make(this, content);
        return this;
    }

    /// <summary>Every migration, one after another, and what the database begins with.</summary>
    internal static async Task MakeAsync(GuideDatabase database, DatabaseContent content)
    {
        await database.Get<IStorage>().PrepareAsync(CancellationToken.None);
        await using (var db = await database.Get<IDbContextFactory<GuideDb>>().CreateDbContextAsync(CancellationToken.None))
        {
            await database.Get<IStorage>().MigrateAsync(db, CancellationToken.None);
        }

        if (content == DatabaseContent.Seed)
        {
            await database.Get<LoadSeed>().RunAsync(SeedFolder, CancellationToken.None);
        }
    }

    /// <summary>How many SQL commands something takes.</summary>
    public async Task<int> CommandsOfAsync(Func<Task> act)
    {
        var before = Commands.Count;
        await act();
        return Commands.Count - before;
    }

    public async ValueTask DisposeAsync()
    {
        await _drop(this);
        await Services.DisposeAsync();
    }

    private static string FindSeed()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LlmGuide.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run in a checkout.");
        }

        return Path.Combine(folder.FullName, "db", "seed");
    }
}

/// <summary>Counts the commands that reach the database.</summary>
internal sealed class CommandCounter : DbCommandInterceptor
{
    private int _count;

    public int Count => _count;

    /// <summary>Whoever wants to know each of them.</summary>
    public Action<DbCommand>? Heard { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        Heard?.Invoke(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
