using System.Security.Claims;

using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Web.Settings.Health;
using LlmGuide.Web.Tests.Databases;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Tests;

/// <summary>The real site on a port of its own, with a database file of its own.</summary>
public sealed class GuideHost : IAsyncDisposable
{
    private readonly string _file;
    private readonly WebApplication _app;
    private readonly Func<Task> _dropped;

    private GuideHost(string file, WebApplication app, Func<Task> dropped)
    {
        _file = file;
        _app = app;
        _dropped = dropped;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        };
    }

    /// <summary>Of every member of <see cref="SignInAsync"/>.</summary>
    public const string Password = "correct horse battery";

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>The folder of the web project, where its settings and static files are.</summary>
    public static string WebProject { get; } = Path.Combine(Root(), "src", "LlmGuide.Web");

    /// <summary>The folder that this site's mails are written to as files.</summary>
    public string MailFolder => _file + "-mail";

    // Filling a database takes a second or two, and most tests want one that is full: it is made once, and copied.
    private static readonly Lazy<Task<string>> Seeded = new(SeedAsync);
    private static readonly Lazy<Task<string>> SeededTemplate = new(SeedTemplateAsync);

    public static Task<GuideHost> StartAsync(params string[] settings) => StartAsync(_ => { }, settings);

    /// <param name="replace">What to put in the place of something, such as the clock.</param>
    /// <param name="settings">As on the command line.</param>
    public static Task<GuideHost> StartAsync(Action<IServiceCollection> replace, params string[] settings) =>
        StartAsync(replace, () => Task.CompletedTask, settings);

    /// <summary>A seeded site on a database of a kind.</summary>
    public static async Task<GuideHost> StartAsync(SiteDatabase database, Action<IServiceCollection> replace, params string[] settings)
    {
        if (database != SiteDatabase.PostgreSql)
        {
            return await StartAsync(services => replace(LetWait(services, database)), settings);
        }

        var copy = TestServer.NewDatabase("site");
        await TestServer.CopyAsync(await SeededTemplate.Value, copy.Database!);
        return await StartAsync(replace, () => TestServer.DropAsync(copy.Database!), [.. OnPostgreSql(copy.ConnectionString), .. settings]);
    }

    private static async Task<GuideHost> StartAsync(Action<IServiceCollection> replace, Func<Task> dropped, string[] settings)
    {
        var file = TemporaryFile();
        if (!settings.Any(
            s => s.StartsWith("--Database:", StringComparison.Ordinal) || s.StartsWith("--ConnectionStrings:", StringComparison.Ordinal)))
        {
            File.Copy(await Seeded.Value, file);
        }

        var app = Build(file, replace, settings);
        await app.Services.GetRequiredService<DatabasePreparation>().RunAsync(CancellationToken.None);
        await app.StartAsync(CancellationToken.None);
        return new GuideHost(file, app, dropped);
    }

    public Task<string> TextAsync(string path) => Client.GetStringAsync(path, Cancelled);

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, Cancelled);
    }

    /// <summary>Makes a member and signs a browser of theirs in.</summary>
    /// <returns>The cookie to send.</returns>
    public async Task<string> SignInAsync(string name, Role roles = Role.None)
    {
        await using var scope = Services.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<Member>>();
        var member = await members.FindByNameAsync(name);
        if (member is null)
        {
            member = new Member
            {
                UserName = name,
                Email = $"{name}@example.org",
                EmailConfirmed = true,
                Roles = roles,
                JoinedAt = TimeProvider.System.GetUtcNow(),
                UnsubscribeKey = Guid.NewGuid(),
            };
            var made = await members.CreateAsync(member, Password);
            Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Description)));
        }

        var key = await Services.GetRequiredService<Sessions>()
            .StartAsync(member.Id, member.SecurityStamp!, TimeProvider.System.GetUtcNow().AddDays(1), persistent: false, "test", Cancelled);
        var cookie = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var principal = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim("Microsoft.AspNetCore.Authentication.Cookies-SessionId", key)], IdentityConstants.ApplicationScheme));
        return $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(new AuthenticationTicket(principal, IdentityConstants.ApplicationScheme))}";
    }

    /// <summary>Signs every browser of a member out.</summary>
    public async Task EndSessionsAsync(string name)
    {
        await using var scope = Services.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<Member>>();
        await members.UpdateSecurityStampAsync((await members.FindByNameAsync(name))!);
    }

    /// <summary>Lets a member read only, for a long time.</summary>
    public async Task SuspendAsync(string name)
    {
        await using var scope = Services.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<Member>>();
        var member = (await members.FindByNameAsync(name))!;
        member.SuspendedUntil = DateTimeOffset.MaxValue.AddDays(-1);
        await members.UpdateAsync(member);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        await _dropped();
        foreach (var left in (string[])[_file, _file + "-wal", _file + "-shm", _file + "-made"])
        {
            File.Delete(left);
        }

        if (Directory.Exists(MailFolder))
        {
            Directory.Delete(MailFolder, recursive: true);
        }
    }

    private static WebApplication Build(string file, Action<IServiceCollection> replace, string[] settings) => GuideSite.Build(
    [
        "--urls", "http://127.0.0.1:0", "--contentRoot", WebProject, "--applicationName", "LlmGuide.Web",
        $"--ConnectionStrings:Guide=Data Source={file}", $"--Smtp:Folder={file}-mail",
        "--Links:RoundHours=0", "--Logging:LogLevel:Default=Warning", .. settings,
    ],
    services =>
    {
        // So many members are made here that slow hashes of their passwords would be a good part of all the time.
        services.Configure<PasswordHasherOptions>(passwords => passwords.IterationCount = 1_000);
        replace(services);
    });

    private static string TemporaryFile() => Path.Combine(Path.GetTempPath(), $"llmguide-web-test-{Guid.NewGuid():N}.db");

    private static async Task<string> SeedAsync()
    {
        var file = TemporaryFile();
        await using (var app = Build(file, _ => { }, ["--ConnectionStrings:Guide=Data Source=" + file + ";Pooling=false"]))
        {
            await app.Services.GetRequiredService<DatabasePreparation>().RunAsync(CancellationToken.None);
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            File.Delete(file);
            File.Delete(file + "-made");
        };
        return File.Exists(file + "-wal")
            ? throw new InvalidOperationException("The seeded database is still in use, so its file is not all of it.") : file;
    }

    /// <summary>Without a pool: whoever is connected to a template keeps it from being copied.</summary>
    private static async Task<string> SeedTemplateAsync()
    {
        var template = TestServer.NewDatabase("seeded");
        template.Pooling = false;
        await using (var app = Build(TemporaryFile(), _ => { }, OnPostgreSql(template.ConnectionString)))
        {
            await app.Services.GetRequiredService<DatabasePreparation>().RunAsync(CancellationToken.None);
        }

        // The process ends with this handler, so it has to wait.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => TestServer.DropAsync(template.Database!).GetAwaiter().GetResult();
        return template.Database!;
    }

    private static string[] OnPostgreSql(string connection) =>
        ["--Database:Provider=PostgreSQL", "--Database:MigrateOnStart=true", $"--ConnectionStrings:Guide={connection}"];

    private static IServiceCollection LetWait(IServiceCollection services, SiteDatabase database) => database == SiteDatabase.WaitingSqlite
        ? services.ConfigureDbContext<GuideDb>(options => options.AddInterceptors(new EveryCommandWaits()))
        : services;

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LlmGuide.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run in a checkout.");
        }

        return folder.FullName;
    }
}

/// <summary>One seeded site for all the tests that only read it.</summary>
public sealed class SeededSite : IAsyncLifetime
{
    public GuideHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await GuideHost.StartAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
