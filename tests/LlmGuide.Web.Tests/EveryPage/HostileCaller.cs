using System.Net;
using System.Text;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace LlmGuide.Web.Tests.EveryPage;

/// <summary>
/// Somebody who walks through all pages, takes down every form and every key of an address, and then sends what nobody should.
/// </summary>
internal sealed class HostileCaller : IDisposable
{
    private const string Token = "__RequestVerificationToken";

    private readonly CookieContainer _cookies = new();
    private readonly FurnishedSite _site;
    private readonly HttpClient _client;
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SeenForm> _forms = new(StringComparer.Ordinal);

    public HostileCaller(FurnishedSite site, string visitor)
    {
        _site = site;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies })
        {
            BaseAddress = site.Host.Client.BaseAddress,
        };
        if (site.Visitors[visitor] is { } cookie)
        {
            _cookies.SetCookies(_client.BaseAddress!, cookie);
        }
    }

    public IReadOnlyCollection<SeenForm> Forms => _forms.Values;

    public async Task WalkAsync()
    {
        foreach (var endpoint in SiteRoutes.Taking(_site.Host, HttpMethod.Get.Method))
        {
            _keys.UnionWith(KeysOf(endpoint));
            if (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            {
                await LookAsync(SiteRoutes.Address(endpoint, _site.Places));
            }
        }
    }

    /// <summary>The addresses of a route with a value in every place, and with it in every key, once and three times.</summary>
    public IEnumerable<string> Addresses(RouteEndpoint endpoint, string value)
    {
        var known = SiteRoutes.Address(endpoint, _site.Places);
        var keys = value.Length > 100 ? KeysOf(endpoint) : _keys;
        yield return $"{known}?{string.Join('&', keys.Select(key => $"{Uri.EscapeDataString(key)}={value}"))}";
        yield return $"{known}?{string.Join('&', KeysOf(endpoint).SelectMany(key => Enumerable.Repeat($"{Uri.EscapeDataString(key)}={value}", 3)))}";
        if (endpoint.RoutePattern.Parameters.Count > 0 && value.Length > 0)
        {
            yield return SiteRoutes.Address(endpoint, _site.Places, _ => value);
        }
    }

    public Task<HttpStatusCode> GetAsync(string address, CancellationToken cancelled) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, address), cancelled);

    /// <summary>Sends a form with a value in the place of everything that can be filled in, or of all but its token and name.</summary>
    public Task<HttpStatusCode> PostAsync(SeenForm form, string value, bool hiddenToo, CancellationToken cancelled)
    {
        var body = string.Join('&', form.Fields.Select(field =>
            $"{Uri.EscapeDataString(field.Name)}="
                + $"{(field.Name is Token or "_handler" || (field.Hidden && !hiddenToo) ? Uri.EscapeDataString(field.Value) : value)}"));
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, form.Action)
        {
            Content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded"),
        }, cancelled);
    }

    public void Dispose() => _client.Dispose();

    private static IEnumerable<string> KeysOf(RouteEndpoint endpoint) =>
    [
        .. endpoint.Metadata.GetMetadata<Web.Caching.ReadingPageAttribute>()?.Query ?? [],
        .. endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Select(parameter => parameter.Name),
        .. endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.GetProperties()
            .Where(property => property.IsDefined(typeof(SupplyParameterFromQueryAttribute), inherit: true))
            .Select(property => property.Name) ?? [],
    ];

    private async Task LookAsync(string path)
    {
        using var answer = await _client.GetAsync(path, GuideHost.Cancelled);
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return;
        }

        var page = await new HtmlParser()
            .ParseDocumentAsync(await answer.Content.ReadAsStringAsync(GuideHost.Cancelled), GuideHost.Cancelled);
        _keys.UnionWith(page.QuerySelectorAll<IHtmlAnchorElement>("a[href*='?']")
            .SelectMany(link => link.Search.TrimStart('?').Split('&')).Select(pair => Uri.UnescapeDataString(pair.Split('=')[0])));
        _keys.UnionWith(page.QuerySelectorAll("form:not([method=post]) [name]").Select(field => field.GetAttribute("name")!));
        foreach (var form in page.QuerySelectorAll<IHtmlFormElement>("form[method=post]"))
        {
            Take(form, path);
        }
    }

    /// <summary>Buttons that belong to a form elsewhere have an address of their own.</summary>
    private void Take(IHtmlFormElement form, string path)
    {
        var fields = form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 }).DistinctBy(e => e.GetAttribute("name"))
            .Select(e => new SeenField(e.GetAttribute("name")!, e.GetAttribute("value") ?? "", e is IHtmlInputElement { Type: "hidden" }))
            .ToList();
        var actions = form.Elements.Select(e => e.GetAttribute("formaction")).OfType<string>()
            .Append(form.GetAttribute("action") is { Length: > 0 } action ? action : path);
        foreach (var to in actions)
        {
            _forms.TryAdd(
                $"{to} {string.Join(' ', fields.Where(f => f.Name != Token).Select(f => f.Hidden ? $"{f.Name}={f.Value}" : f.Name))}",
                new SeenForm(to, fields));
        }
    }

    private async Task<HttpStatusCode> SendAsync(HttpRequestMessage request, CancellationToken cancelled)
    {
        using (request)
        {
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancelled);
            if (answer.Content.Headers.ContentType?.MediaType != "text/event-stream")
            {
                await answer.Content.ReadAsByteArrayAsync(cancelled);
            }

            return answer.StatusCode;
        }
    }
}

/// <param name="Action">Where it is sent.</param>
/// <param name="Fields">Each once.</param>
internal sealed record SeenForm(string Action, IReadOnlyList<SeenField> Fields);

/// <param name="Name">As it is sent.</param>
/// <param name="Value">As the page has it.</param>
/// <param name="Hidden">Whether nobody sees it.</param>
internal sealed record SeenField(string Name, string Value, bool Hidden);
