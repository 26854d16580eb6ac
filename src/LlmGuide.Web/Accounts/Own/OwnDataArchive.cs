using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

using LlmGuide.Core.Interchange;
using LlmGuide.Web.Forms;

namespace LlmGuide.Web.Accounts.Own;

/// <summary>One ZIP of JSON files: everything about the member who asks.</summary>
internal static class OwnDataArchive
{
    // The files are read by people, and never as a part of a page.
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<IResult> AnswerAsync(HttpContext http, OwnDataQuery data, CancellationToken cancellationToken)
    {
        if (http.Actor() is not { } self || await data.RunAsync(self.Id, cancellationToken) is not { } files)
        {
            return Results.NotFound();
        }

        var archive = new MemoryStream();
        await using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
                await JsonSerializer.SerializeAsync(entry, content, content.GetType(), Json, cancellationToken);
            }
        }

        archive.Position = 0;
        return Results.File(archive, "application/zip", $"llmguide-{self.Name}.zip");
    }
}
