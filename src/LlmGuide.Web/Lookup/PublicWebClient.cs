using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

using LlmGuide.Core.Lookup;

namespace LlmGuide.Web.Lookup;

/// <summary>Asks servers elsewhere: every hop is checked again, and no answer takes longer or more memory than is allowed.</summary>
internal sealed class PublicWebClient(
    GuardedConnection connection, WebClientOptions options, GuideAgent agent, TimeProvider clock) : IWebClient, IDisposable
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        ConnectCallback = connection.OpenAsync,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 64 * 1024,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ActivityHeadersPropagator = null,
    });

    public async Task<LookupResponse> AskAsync(LookupRequest question, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await FollowAsync(question, either.Token);
        }
        catch (WebClientException none)
        {
            return new LookupResponse(null, none.Problem, none.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new LookupResponse(null, OutsideProblem.TooSlow, "The server did not answer in time.");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or InvalidDataException or NotSupportedException)
        {
            return Problems.Of(broken);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<LookupResponse> FollowAsync(LookupRequest question, CancellationToken cancellationToken)
    {
        var trail = new RedirectChain(question.Address);
        while (trail.Hops <= options.MostRedirects)
        {
            using var request = Request(trail.Here, question, trail.Hops == 0);
            using var response = await _http.SendAsync(request, cancellationToken);
            if (!trail.Follow(response))
            {
                return await AnswerAsync(trail, response, question, cancellationToken);
            }
        }

        throw new WebClientException(OutsideProblem.TooManyRedirects, string.Create(
            CultureInfo.InvariantCulture, $"More than {options.MostRedirects} redirects follow each other."));
    }

    private HttpRequestMessage Request(Uri address, LookupRequest question, bool first)
    {
        var request = new HttpRequestMessage(question.HeadOnly ? HttpMethod.Head : HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", agent.Name);
        request.Headers.TryAddWithoutValidation("Accept", question.Accept);
        request.Headers.TryAddWithoutValidation("Accept-Language", "en, *;q=0.5");

        if (question.Known is { } known && first)
        {
            if (known.ETag is { } tag)
            {
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            }

            request.Headers.IfModifiedSince = known.LastModified;
        }

        return request;
    }

    private async Task<LookupResponse> AnswerAsync(
        RedirectChain trail, HttpResponseMessage response, LookupRequest question, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var max = question.HeadOnly ? 0 : Math.Min(question.MostBytes ?? options.MostBytes, options.MostBytes);
        var (body, cut) = max == 0 ? ([], false) : await BoundedBody.ReadAsync(response.Content, max, cancellationToken);
        return new LookupResponse(status, null, Words(response))
        {
            Address = trail.Here.AbsoluteUri,
            MovedTo = trail.MovedTo?.AbsoluteUri,
            Challenged = BotChallenge.Stands(response),
            // A version belongs to the page where it was seen.
            Version = trail.Hops == 0 ? VersionOf(response) : null,
            MediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "",
            Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"'),
            Body = body,
            Cut = cut,
        };
    }

    private static PageVersion? VersionOf(HttpResponseMessage response)
    {
        const int LongestTag = 200;
        var tag =
            response.Headers.ETag is EntityTagHeaderValue { Tag: var value } weak && value.Length <= LongestTag ? weak.ToString() : null;
        return tag is null && response.Content.Headers.LastModified is null
            ? null : new PageVersion(tag, response.Content.Headers.LastModified);
    }

    // The server's own phrase may be anything.
    private static string Words(HttpResponseMessage response) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)response.StatusCode} {Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase((int)response.StatusCode)}")
            .TrimEnd();
}
