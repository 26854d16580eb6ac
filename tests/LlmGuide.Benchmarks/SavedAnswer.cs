using System.Text.Json;

using Microsoft.Extensions.Primitives;

namespace LlmGuide.Benchmarks;

/// <summary>What the site answered: the headers that it set (the server adds the date and the length by itself), and the bytes.</summary>
internal sealed record SavedAnswer(IReadOnlyList<KeyValuePair<string, StringValues>> Headers, byte[] Body)
{
    /// <summary>Asks twice: the second answer is from the cache, and says its age.</summary>
    public static async Task<string> SaveAsync(ServerProcess site, string path, string encoding, string file)
    {
        using var http = new HttpClient { BaseAddress = new UriBuilder("http", "127.0.0.1", site.Port).Uri };
        using var first = await http.SendAsync(Message(path, encoding));
        using var answer = await http.SendAsync(Message(path, encoding));
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Content-Length"))
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.Ordinal);
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(headers));
        await File.WriteAllBytesAsync(BodyOf(file), await answer.Content.ReadAsByteArrayAsync());
        return file;
    }

    public static async Task<SavedAnswer> ReadAsync(string file)
    {
        var headers = JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(file))!;
        return new SavedAnswer(
            [.. headers.Select(h => KeyValuePair.Create(h.Key, new StringValues(h.Value)))], await File.ReadAllBytesAsync(BodyOf(file)));
    }

    private static string BodyOf(string file) => file + ".body";

    private static HttpRequestMessage Message(string path, string encoding)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, path);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        return message;
    }
}
