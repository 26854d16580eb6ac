using Microsoft.Net.Http.Headers;

namespace LlmGuide.Benchmarks;

/// <summary>The least that Kestrel can do: the same bytes, with the headers that a page has, from memory.</summary>
internal static class RawServer
{
    public static async Task<int> RunAsync(string bodyFile, string encoding, string port)
    {
        var body = await File.ReadAllBytesAsync(bodyFile);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        app.Run(async http =>
        {
            var headers = http.Response.Headers;
            headers.ContentType = "text/html; charset=utf-8";
            headers.ContentLength = body.Length;
            headers.ETag = "\"limit\"";
            headers.CacheControl = "public, max-age=0, must-revalidate";
            headers.Vary = HeaderNames.AcceptEncoding;
            headers.ContentSecurityPolicy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'self'";
            if (encoding != "identity")
            {
                headers.ContentEncoding = encoding;
            }

            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        });
        await app.RunAsync();
        return 0;
    }
}
