using System.Net;
using System.Text.RegularExpressions;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

using LlmGuide.Core.Discussion;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests;
using LlmGuide.Web.Tests.Accounts;

using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests;

/// <summary>
/// Odd characters by every form that there is, and every answer that there is in the hands of its strictest reader, whoever adds one.
/// </summary>
public sealed partial class EveryFormTests
{
    /// <summary>
    /// Nothing is left of these, so that what they are added to is as good as it was. U+0000 is not among them: the framework refuses a
    /// form with it (<see cref="UnreadableRequestTests"/>).
    /// </summary>
    private static readonly string Unseen = string.Concat(OddText.Forbidden.Where(c =>
        c is not ('x' or '\0' or '\r' or '\n' or '\v' or '\f' or '\t' or '\u0085') && !char.IsSurrogate(c))) + "\U0001FFFE";

    [Fact]
    public async Task Whatever_is_sent_with_any_form_every_answer_can_be_read()
    {
        await using var host = await GuideHost.StartAsync("--RateLimits:Enabled=false", "--Logging:LogLevel:Default=Error");
        using var root = new Browser(host, await host.SignInAsync("root", Role.Admin));
        await host.SignInAsync("reader");
        var taken = await SendEverywhereAsync(host, root);
        Assert.True(taken.Distinct(StringComparer.Ordinal).Count() > 10, string.Join('\n', taken));
        Assert.True(await host.AskAsync(db => db.Comments.AnyAsync(c => c.Body.Markdown.StartsWith("Odd words"), GuideHost.Cancelled)));

        var read = await ReadEverywhereAsync(host, "");
        Assert.True(read["xml"] >= 6 && read["json"] >= 12 && read["csv"] >= 1 && read["html"] >= 10, string.Join(' ', read));
        await ReadEverywhereAsync(host, await host.SignInAsync("root"));
        Assert.Contains("Odd words", await host.TextAsync("/discussions.atom"), StringComparison.Ordinal);
    }

    /// <returns>The pages whose form was taken.</returns>
    private static async Task<List<string>> SendEverywhereAsync(GuideHost host, Browser root)
    {
        var taken = new List<string>();
        foreach (var path in Addresses(host, endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Where(path => !path.StartsWith("/account/leave", StringComparison.Ordinal)))
        {
            await root.OpenAsync(path);
            foreach (var name in Forms(root.Page).Select(Handler).Distinct(StringComparer.Ordinal).ToList())
            {
                await root.OpenAsync(path);
                if (Forms(root.Page).SingleOrDefault(form => Handler(form) == name) is not { } form
                    || Filled(form) is not { Length: > 0 } fields)
                {
                    continue;
                }

                await root.SendAsync(name, fields);
                Assert.True(root.Status < HttpStatusCode.InternalServerError, $"{name} of {path}: {root.Status}");
                taken.AddRange(root.Location is null ? [] : [path]);
            }
        }

        return taken;
    }

    private static async Task<Dictionary<string, int>> ReadEverywhereAsync(GuideHost host, string cookie)
    {
        var read = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in Addresses(
            host, endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) is not false))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
            using var answer = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, GuideHost.Cancelled);
            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{path}: {answer.StatusCode}");
            if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType is not "text/event-stream")
            {
                var kind = await StrictReader.ReadAsync(path, answer);
                read[kind] = read.GetValueOrDefault(kind) + 1;
            }
        }

        return read;
    }

    private static IEnumerable<IHtmlFormElement> Forms(IParentNode page) =>
        page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").Where(form => form.QuerySelector("input[name=_handler]") is not null);

    private static string Handler(IHtmlFormElement form) => form.QuerySelector("input[name=_handler]")!.GetAttribute("value")!;

    /// <summary>Every field that somebody can type a text into, as it stands or with a word, and what nothing is left of.</summary>
    private static (string Name, string Value)[] Filled(IHtmlFormElement form) =>
    [
        .. form.QuerySelectorAll<IHtmlInputElement>("input[name]")
            .Where(input => input.Type is "text" or "search" or "url" or "email" && input.Name is not "website")
            .Select(input => (input.Name!, (input.Value is { Length: > 0 } value ? value : "Odd") + Unseen)),
        .. form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]")
            .Select(area => (area.Name!, $"{(area.Value is { Length: > 0 } value ? value : "Odd words")} {Unseen}&#16; more")),
    ];

    private static List<string> Addresses(GuideHost host, Func<RouteEndpoint, bool> wanted) =>
    [
        .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && wanted(endpoint))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(route => !route.StartsWith("/_", StringComparison.Ordinal))
            .Select(Filled).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The route with something that exists in the place of what varies.</summary>
    private static string Filled(string route) =>
        Variable().Replace(route, match => (match.Groups["name"].Value, match.Groups["rule"].Value) switch
        {
            (_, var rule) when rule.Contains("int", StringComparison.Ordinal) => "1",
            (_, var rule) when rule.Contains("guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
            _ when route.Contains("/topics/", StringComparison.Ordinal) => "transformer",
            _ when route.Contains("/stages/", StringComparison.Ordinal) => "data",
            _ when route.Contains("/tasks/", StringComparison.Ordinal) => "translation",
            _ when route.Contains("/benchmarks/", StringComparison.Ordinal) => "squad-1-1",
            _ when route.Contains("/metrics/", StringComparison.Ordinal) => "bleu",
            ("name", _) => "reader",
            _ => "attention-is-all-you-need",
        });

    [GeneratedRegex(@"\{\**(?<name>\w+)(?<rule>[^}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
