using System.Text.Encodings.Web;
using System.Text.Json;

using LlmGuide.Core.Interchange;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Commands;

/// <summary><c>export json</c>: the whole public catalogue in one document.</summary>
internal static class ExportVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="verb">Gives the services.</param>
    /// <param name="file">Where to; <c>null</c> for standard output. It is replaced only once the whole document is written.</param>
    /// <param name="cancellationToken">Ends the export; the file stays as it was.</param>
    public static async Task<int> RunAsync(Verb verb, FileInfo? file, CancellationToken cancellationToken)
    {
        await using var app = verb.BuildQuietly();
        await app.Services.GetRequiredService<DatabasePreparation>().RequireCurrentAsync(cancellationToken);
        var catalogue = await app.Services.GetRequiredService<CatalogueExport>().RunAsync(cancellationToken);
        if (file is null)
        {
            await using var output = Console.OpenStandardOutput();
            await JsonSerializer.SerializeAsync(output, catalogue, Json, cancellationToken);
            return 0;
        }

        var unfinished = file.FullName + ".part";
        try
        {
            await using (var output = File.Create(unfinished))
            {
                await JsonSerializer.SerializeAsync(output, catalogue, Json, cancellationToken);
            }

            File.Move(unfinished, file.FullName, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"{file.FullName} cannot be written: {refused.Message}", refused);
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }

        await Console.Error.WriteLineAsync($"Wrote {file.FullName}: {Wording.Count(catalogue.Topics.Count, "topic")}, {Wording.Count(catalogue.Resources.Count, "resource")}, {Wording.Count(catalogue.Tasks.Count, "task")}.");
        return 0;
    }
}
