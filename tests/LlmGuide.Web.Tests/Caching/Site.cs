using System.Text;

using LlmGuide.Core;
using LlmGuide.Web.Caching;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LlmGuide.Web.Tests.Caching;

/// <summary>A site of a few endpoints and components behind the real server, since the server itself has a part in HEAD and 304.</summary>
internal sealed class Site : IAsyncDisposable
{
    public static readonly (string Name, string Value) SignedIn = ("Cookie", "theme=dark; .AspNetCore.Identity.Application=x");

    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private int _rendered;

    private Site(WebApplication app) => _app = app;

    /// <summary>How often an endpoint ran; an answer from the cache does not count.</summary>
    public int Rendered => Volatile.Read(ref _rendered);

    public IPageCache Cache => _app.Services.GetRequiredService<IPageCache>();

    public static async Task<Site> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDelivery();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        configure?.Invoke(builder.Services);
        var site = new Site(builder.Build());
        site._app.UseDelivery(errors => errors.UseStatusCodePagesWithReExecute("/not-found"));
        site._app.Use((context, next) =>
        {
            Interlocked.Increment(ref site._rendered);
            return next(context);
        });
        site._app.MapDelivery();
        map(site._app);
        await site._app.StartAsync(TestContext.Current.CancellationToken);
        site._client.BaseAddress = new Uri(
            site._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return site;
    }

    /// <summary>A site with one page, /page, that the test writes.</summary>
    public static Task<Site> WithPageAsync(Func<HttpContext, IResult> page, params string[] query) =>
        StartAsync(app => app.MapGet("/page", page).CachedForReaders(query));

    /// <summary>
    /// Without a Content-Length, as components write theirs: a reader then has the whole page only when the server has kept it.
    /// </summary>
    public static IResult Html(string text) => Results.Stream(
        body => body.WriteAsync(Encoding.UTF8.GetBytes($"<!doctype html><p>{text}</p>")).AsTask(), "text/html; charset=utf-8");

    public Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, address, null, headers);

    /// <summary>Asks, and goes away when <paramref name="leaving"/> says so.</summary>
    public Task<HttpResponseMessage> LeaveAsync(string address, CancellationToken leaving) =>
        _client.GetAsync(new Uri(address, UriKind.Relative), leaving);

    public async Task<string> TextAsync(string address, params (string Name, string Value)[] headers)
    {
        using var response = await GetAsync(address, headers);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string address, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
