using System.Globalization;
using System.Text.Json;

namespace LlmGuide.Core.Interchange.Sota.Reading;

/// <summary>What a file of tables is made of: lists, objects, texts and links, each of which may be something else than expected.</summary>
internal sealed class SotaValues(JsonTokens tokens)
{
    /// <summary>A longer one is refused with its row; here it is only kept from filling the memory.</summary>
    private const int LongestName = 1_000;

    public const int MostOfRow = 500;

    public JsonTokenType Type => tokens.Type;

    public int Line => tokens.Line;

    public ValueTask<bool> NextAsync(CancellationToken cancellationToken) => tokens.NextAsync(cancellationToken);

    public ValueTask SkipAsync(CancellationToken cancellationToken) => tokens.SkipAsync(cancellationToken);

    public async Task EachAsync(Func<CancellationToken, Task> item, CancellationToken cancellationToken)
    {
        if (Type != JsonTokenType.StartArray)
        {
            await SkipAsync(cancellationToken);
            return;
        }

        while (await NextAsync(cancellationToken) && Type != JsonTokenType.EndArray)
        {
            await item(cancellationToken);
        }
    }

    public async Task FieldsAsync(Func<string, Task> field, CancellationToken cancellationToken)
    {
        if (Type != JsonTokenType.StartObject)
        {
            await SkipAsync(cancellationToken);
            return;
        }

        while (await NextAsync(cancellationToken) && Type == JsonTokenType.PropertyName)
        {
            var name = tokens.Text;
            await NextAsync(cancellationToken);
            await field(name);
        }
    }

    // Numbers come as numbers or as text; lists and objects in the place of a text are no text.
    public async Task<string> TextAsync(CancellationToken cancellationToken)
    {
        var text = Type is JsonTokenType.String or JsonTokenType.Number ? tokens.Text : "";
        await SkipAsync(cancellationToken);
        return text;
    }

    public async Task<string> NameAsync(CancellationToken cancellationToken) => Cut((await TextAsync(cancellationToken)).Trim());

    public static string Cut(string name) => name.Length <= LongestName ? name : name[..LongestName];

    public async Task<string?> FirstTextAsync(CancellationToken cancellationToken)
    {
        string? first = null;
        await EachAsync(async token => first = await TextAsync(token) is { Length: > 0 } text ? first ?? text : first, cancellationToken);
        return first;
    }

    public async Task<string> FirstLinkAsync(CancellationToken cancellationToken)
    {
        var first = "";
        await EachAsync(async token =>
        {
            var (_, url) = await LinkAsync(token);
            first = first.Length > 0 ? first : url;
        }, cancellationToken);
        return first;
    }

    public async Task<(string Title, string Url)> LinkAsync(CancellationToken cancellationToken)
    {
        var (title, url) = ("", "");
        await FieldsAsync(async field =>
        {
            var text = (await TextAsync(cancellationToken)).Trim();
            (title, url) = field switch { "title" => (text, url), "url" => (title, text), _ => (title, url) };
        }, cancellationToken);
        return (title, url);
    }

    /// <exception cref="JsonException">There are as many already as there may be.</exception>
    public static T Within<T>(T one, int already, int max, string what) =>
        already < max ? one : throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"There are more than {max:N0} {what}."));
}
