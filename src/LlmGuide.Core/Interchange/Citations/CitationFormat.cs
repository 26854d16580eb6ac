using System.Text;
using System.Text.Json;

namespace LlmGuide.Core.Interchange.Citations;

/// <summary>A file of works for programs that manage references.</summary>
/// <param name="Extension">Of the file's name, after the dot.</param>
/// <param name="ContentType">As it is served.</param>
public sealed record CitationFormat(string Extension, string ContentType)
{
    public static readonly CitationFormat BibTex = new("bib", "application/x-bibtex; charset=utf-8");
    public static readonly CitationFormat Ris = new("ris", "application/x-research-info-systems; charset=utf-8");
    public static readonly CitationFormat Csl = new("csl.json", "application/vnd.citationstyles.csl+json; charset=utf-8");

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static IReadOnlyList<CitationFormat> All { get; } = [BibTex, Ris, Csl];

    /// <summary>Writes one work after the other, so that a file of any length takes the memory of one.</summary>
    /// <returns>How many.</returns>
    public async Task<int> WriteAsync(IAsyncEnumerable<CitedWork> works, Stream output, CancellationToken cancellationToken)
    {
        // Not disposed of: that would begin an answer which the database never gave anything for.
        var writer = new StreamWriter(output, Utf8, leaveOpen: true);
        var (count, json) = (0, this == Csl);
        await foreach (var work in works.WithCancellation(cancellationToken))
        {
            var text = json ? (count == 0 ? "[\n" : ",\n") + JsonSerializer.Serialize(Citations.Csl.Of(work), Citations.Csl.Json)
                : this == Ris ? Citations.Ris.Write(work)
                : (count == 0 ? "" : "\n") + Citations.BibTex.Write(work);
            await writer.WriteAsync(text.AsMemory(), cancellationToken);
            count++;
        }

        await writer.WriteAsync((json ? count == 0 ? "[]\n" : "\n]\n" : "").AsMemory(), cancellationToken);
        await writer.FlushAsync(cancellationToken);
        return count;
    }

    public Task<int> WriteAsync(IEnumerable<CitedWork> works, Stream output, CancellationToken cancellationToken) =>
        WriteAsync(works.ToAsyncEnumerable(), output, cancellationToken);
}
