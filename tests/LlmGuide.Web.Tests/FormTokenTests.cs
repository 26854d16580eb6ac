using System.Net;
using System.Text;
using System.Text.RegularExpressions;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Members;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Web.Tests.Accounts;
using LlmGuide.Web.Tests.Discussion;

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests;

/// <summary>
/// Pages that look at the antiforgery token by themselves, so that what was typed outlives a sign-in: each of them, whoever adds one,
/// as the routes have them. On all others the framework looks before the page does.
/// </summary>
public sealed class FormTokenTests(ModerationFixture court) : IClassFixture<ModerationFixture>
{
    [Fact]
    public async Task A_form_without_its_token_comes_back_and_nothing_is_done()
    {
        var suggestion = await SuggestAsync();
        using var root = new Browser(court.Host, (await court.MemberAsync(Role.Admin)).Cookie);
        var before = await WrittenAsync();
        var seen = new List<string>();
        foreach (var path in Addresses(suggestion, LooksByItself))
        {
            await root.OpenAsync(path);
            foreach (var form in root.Page.QuerySelectorAll("main form[method=post] input[name=_handler]")
                .Select(input => input.GetAttribute("value")!).Distinct(StringComparer.Ordinal).ToList())
            {
                await root.OpenAsync(path);
                await root.SendAsync(form, ("__RequestVerificationToken", ""));
                Assert.True(
                    root.Status == HttpStatusCode.BadRequest
                    || root.Text.Contains("Your sign-in has changed since", StringComparison.Ordinal),
                    $"{form} of {path}: {root.Status} {root.Location} {root.Text}");
                seen.Add(path);
            }
        }

        Assert.Equal(before, await WrittenAsync());
        Assert.True(seen.Distinct(StringComparer.Ordinal).Count() > 12, string.Join('\n', seen));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=edge", "no parts")]
    [InlineData("application/x-www-form-urlencoded", "a=%zz&&=&%00=%00")]
    [InlineData("application/x-www-form-urlencoded", null)]
    public async Task What_is_sent_there_and_is_no_form_is_refused_and_nothing_breaks(string? kind, string? body)
    {
        // The last of them: more fields than any form has.
        body ??= string.Join('&', Enumerable.Range(0, 2_000).Select(number => $"f{number}=1"));
        var cookie = (await court.MemberAsync(Role.Admin)).Cookie;
        var suggestion = await SuggestAsync();
        var before = await WrittenAsync();
        foreach (var path in Addresses(suggestion, TakesPosts))
        {
            using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", kind);
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { { "Cookie", cookie } } };
            using var answer = await court.Host.Client.SendAsync(request, GuideHost.Cancelled);
            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{path}: {answer.StatusCode}");
        }

        Assert.Equal(before, await WrittenAsync());
    }

    /// <summary>
    /// An act has no page of its own; what programs send needs no token, since it does nothing in the name of whoever is signed in.
    /// </summary>
    [Fact]
    public async Task An_act_without_its_token_is_refused()
    {
        var cookie = (await court.MemberAsync(Role.Admin)).Cookie;
        var open = new List<string>();
        foreach (var path in Addresses(
            await SuggestAsync(), endpoint => TakesPosts(endpoint) && endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent([KeyValuePair.Create("level", "following"),
                    KeyValuePair.Create("rhythm", "soon"), KeyValuePair.Create("conversation", "1")]),
                Headers = { { "Cookie", cookie } },
            };
            using var answer = await court.Host.Client.SendAsync(request, GuideHost.Cancelled);

            if (answer.StatusCode != HttpStatusCode.BadRequest)
            {
                open.Add(path);
            }
        }

        // Nobody's cookie is looked at there: neither by a mail program, nor where a program shows a token of its own.
        Assert.Equal(
            ["/api/v1/markdown", "/api/v1/suggestions", "/mcp", "/unsubscribe/{key:guid}"], open.Order(StringComparer.Ordinal));
    }

    private static bool LooksByItself(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        && endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };

    private static bool TakesPosts(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods
            .Contains(HttpMethods.Post, StringComparer.OrdinalIgnoreCase) is true;

    private List<string> Addresses(int suggestion, Func<RouteEndpoint, bool> wanted) =>
    [
        .. court.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(wanted)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/')).Distinct(StringComparer.Ordinal)
            .Select(route => Filled(route, suggestion)),
    ];

    /// <summary>The route with something that exists in the place of what varies.</summary>
    private static string Filled(string route, int suggestion)
    {
        var slug = route.Split('/') switch
        {
            [_, "curate", "topics", ..] => "transformer",
            [_, "curate", "stages", ..] => "data",
            [_, "curate", "tasks", ..] => "translation",
            [_, "curate", "benchmarks", ..] => "squad-1-1",
            [_, "curate", "metrics", ..] => "bleu",
            _ => "attention-is-all-you-need",
        };
        var number = route.Contains("suggestions", StringComparison.Ordinal) ? suggestion : 1;
        return Regex.Replace(
            route, @"\{\w+(?<number>:int)?\}", match => match.Groups["number"].Success ? $"{number}" : slug,
            RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    private async Task<int> SuggestAsync()
    {
        var member = await court.MemberAsync();
        var draft = new SuggestionDraft
        {
            Kind = SuggestionKind.Correction,
            Resource = "attention-is-all-you-need",
            Field = "venue",
            Value = "Elsewhere",
            Why = "Why.",
        };
        return (await court.Host.Services.GetRequiredService<SubmitSuggestion>()
            .RunAsync(member.Actor, draft, from: null, GuideHost.Cancelled)).Value!.Id;
    }

    private Task<(int Log, int Comments, int Decided)> WrittenAsync() => court.Host.AskAsync(async db => (
        await db.Log.CountAsync(GuideHost.Cancelled), await db.Comments.CountAsync(GuideHost.Cancelled),
        await db.Suggestions.CountAsync(s => s.State != SuggestionState.Pending, GuideHost.Cancelled)));
}
