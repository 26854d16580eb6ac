using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;

using AngleSharp.Html.Parser;

using CsvHelper;

using LlmGuide.Core.Text;

namespace LlmGuide.Web.Tests;

/// <summary>Reads an answer as the strictest of its readers would, and names what it could not.</summary>
internal static class StrictReader
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>What it was read as.</returns>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public static async Task<string> ReadAsync(string path, HttpResponseMessage answer)
    {
        var kind = answer.Content.Headers.ContentType?.MediaType ?? "";
        try
        {
            var body = await answer.Content.ReadAsByteArrayAsync(GuideHost.Cancelled);
            return Read(kind, body);
        }
        catch (Exception unreadable) when (unreadable is XmlException or JsonException or DecoderFallbackException or CsvHelperException)
        {
            throw new InvalidDataException($"{path} is no {kind}: {unreadable.Message}", unreadable);
        }
    }

    private static string Read(string kind, byte[] body)
    {
        if (kind.EndsWith("xml", StringComparison.Ordinal))
        {
            using var xml = XmlReader.Create(
                new MemoryStream(body), new XmlReaderSettings { CheckCharacters = true, DtdProcessing = DtdProcessing.Prohibit });
            while (xml.Read())
            {
            }

            return "xml";
        }

        if (kind == "application/zip")
        {
            using var archive = new ZipArchive(new MemoryStream(body));
            foreach (var entry in archive.Entries)
            {
                using var content = new MemoryStream();
                using (var stream = entry.Open())
                {
                    stream.CopyTo(content);
                }

                Read(entry.FullName.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "text/plain", content.ToArray());
            }

            return "zip";
        }

        var text = kind.StartsWith("image/", StringComparison.Ordinal) || kind.StartsWith("font/", StringComparison.Ordinal)
            ? "" : Utf8.GetString(body);
        switch (kind)
        {
            case var json when json.EndsWith("json", StringComparison.Ordinal):
                Json(text);
                return "json";
            case "text/csv":
                Csv(text);
                return "csv";
            case "text/html":
                foreach (var data in new HtmlParser().ParseDocument(text).QuerySelectorAll("script[type='application/ld+json']"))
                {
                    Json(data.TextContent);
                }

                return "html";
            default:
                return CleanText.IsClean(text.ReplaceLineEndings("\n")) ? "text"
                    : throw new XmlException("A character that no text may have.");
        }
    }

    private static void Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        Strings(document.RootElement);
    }

    /// <summary>Half of a pair is found only where somebody asks for the string.</summary>
    private static void Strings(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String when !CleanText.IsClean(element.GetString()!):
                throw new JsonException("A character that no text may have.");
            case JsonValueKind.Array:
                element.EnumerateArray().ToList().ForEach(Strings);
                break;
            case JsonValueKind.Object:
                element.EnumerateObject().ToList().ForEach(field => Strings(field.Value));
                break;
        }
    }

    private static void Csv(string text)
    {
        using var rows = new CsvReader(new StringReader(text), CultureInfo.InvariantCulture);
        var width = 0;
        while (rows.Read())
        {
            width = width == 0 ? rows.Parser.Count : width;
            Assert.Equal(width, rows.Parser.Count);
            Assert.DoesNotContain(rows.Parser.Record!, field => field is ['=' or '@' or '\t' or '\r', ..]);
        }
    }
}
