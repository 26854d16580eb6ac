using System.Collections.Concurrent;

using LlmGuide.Core.Lookup;
using LlmGuide.Core.Members;
using LlmGuide.Web.Tests;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(LlmGuide.Browser.Tests.Browser))]

namespace LlmGuide.Browser.Tests;

/// <summary>The real site in the Chromium of the system, once for all tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly ConcurrentDictionary<IBrowserContext, (string Collection, string Test)> _open = new();

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private GuideHost? _host;

    /// <summary>The site; asking for it skips the test where there is no browser.</summary>
    public GuideHost Host
    {
        get
        {
            Assert.SkipWhen(_host is null, $"There is no {Chromium}; tests/run installs it on Debian and Ubuntu.");
            return _host;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (File.Exists(Chromium))
        {
            _host = await GuideHost.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<IWebClient, NobodyElsewhere>()));
            // How long a thing may take before it counts as missing: a busy machine is no fault.
            Assertions.SetDefaultExpectTimeout(30_000);
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Arguments, Env = Environment() });
        }
    }

    /// <summary>
    /// A page of a browser with no history; with a member, signed in. It is closed when another test of its class opens one.
    /// </summary>
    public async Task<IPage> OpenAsync(
        string path = "/", int width = 1280, ColorScheme scheme = ColorScheme.Light,
        bool scripts = true, string? member = null, Role roles = Role.None, string? zone = null)
    {
        Assert.SkipWhen(_browser is null, $"There is no {Chromium}; tests/run installs it on Debian and Ubuntu.");
        await CloseOfEarlierTestsAsync();
        var page = await _browser.NewPageAsync(new BrowserNewPageOptions
        {
            BaseURL = _host!.Client.BaseAddress!.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            TimezoneId = zone,
        });
        _open[page.Context] = Here;
        if (member is not null)
        {
            var cookie = (await _host.SignInAsync(member, roles)).Split('=', 2);
            await page.Context.AddCookiesAsync(
                [new Cookie { Name = cookie[0], Value = cookie[1], Url = _host.Client.BaseAddress.ToString() }]);
        }

        await page.GotoAsync(path);
        return page;
    }

    /// <summary>A page of another site, as whoever has the cookie sees it.</summary>
    public async Task<IPage> VisitAsync(GuideHost host, string? cookie)
    {
        _ = Host;
        await CloseOfEarlierTestsAsync();
        var page = await _browser!.NewPageAsync(
            new BrowserNewPageOptions { BaseURL = host.Client.BaseAddress!.ToString(), JavaScriptEnabled = false });
        _open[page.Context] = Here;
        if (cookie?.Split('=', 2) is [var name, var value])
        {
            await page.Context.AddCookiesAsync([new Cookie { Name = name, Value = value, Url = host.Client.BaseAddress.ToString() }]);
        }

        return page;
    }

    /// <summary>Without the system's fonts for formulas: a machine that has one shows right what is wrong elsewhere.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Environment() =>
        System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Select(v => KeyValuePair.Create((string)v.Key, (string)v.Value!))
            .Append(KeyValuePair.Create("FONTCONFIG_FILE", Path.Combine(AppContext.BaseDirectory, "no-maths-fonts.conf")));

    /// <summary>Ends every session of a member, as another browser of theirs may.</summary>
    public Task EndSessionsAsync(string member) => _host!.EndSessionsAsync(member);

    private static (string Collection, string Test) Here =>
        (TestContext.Current.TestCollection!.UniqueID, TestContext.Current.Test!.UniqueID);

    /// <summary>The tests of a class run one after another; a browser with a hundred open pages is a slow one.</summary>
    private async Task CloseOfEarlierTestsAsync()
    {
        var here = Here;
        foreach (var (context, opened) in _open.Where(o => o.Value.Collection == here.Collection && o.Value.Test != here.Test))
        {
            _open.TryRemove(context, out _);
            await context.CloseAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
