using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using LlmGuide.Core.Interchange;
using LlmGuide.Core.Interchange.Citations;
using LlmGuide.Core.Interchange.Lists;
using LlmGuide.Core.Interchange.Sota;
using LlmGuide.Web.Interchange;
using LlmGuide.Web.Settings.Health;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Cli;

/// <summary>
/// <c>export awesome|json|site|sota|bibtex|ris|csl</c>: the whole public catalogue, a copy of the site, its leaderboards or its
/// citations, in one document.
/// </summary>
internal static class ExportCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="file">Where to, as <see cref="OutputFile"/> has it; <c>null</c> for standard output.</param>
    /// <param name="cancellationToken">Ends the export; the file stays as it was.</param>
    public static async Task<int> RunAsync(CliCommand verb, string what, FileInfo? file, CancellationToken cancellationToken)
    {
        await using var app = verb.BuildQuietly();
        await app.Services.GetRequiredService<DatabasePreparation>().RequireCurrentAsync(cancellationToken);
        Func<Stream, Task<string>> write = what switch
        {
            "awesome" => output => AwesomeAsync(app.Services, output, cancellationToken),
            "sota" => output => SotaAsync(app.Services, output, cancellationToken),
            "bibtex" => output => CitationsAsync(app.Services, CitationFormat.BibTex, output, cancellationToken),
            "ris" => output => CitationsAsync(app.Services, CitationFormat.Ris, output, cancellationToken),
            "site" => output => SiteAsync(app.Services, output, cancellationToken),
            "csl" => output => CitationsAsync(app.Services, CitationFormat.Csl, output, cancellationToken),
            _ => output => CatalogueAsync(app.Services, output, cancellationToken),
        };
        var written = await OutputFile.WriteAsync(file, write);
        if (file is not null)
        {
            await Console.Error.WriteLineAsync($"Wrote {file.FullName}: {written}.");
        }

        return 0;
    }

    private static async Task<string> CatalogueAsync(IServiceProvider services, Stream output, CancellationToken cancellationToken)
    {
        var catalogue = await services.GetRequiredService<CatalogueExport>().RunAsync(cancellationToken);
        await JsonSerializer.SerializeAsync(output, catalogue, Json, cancellationToken);
        return $"{Labels.Count(catalogue.Topics.Count, "topic")}, "
            + $"{Labels.Count(catalogue.Resources.Count, "resource")}, {Labels.Count(catalogue.Tasks.Count, "task")}";
    }

    private static async Task<string> CitationsAsync(
        IServiceProvider services, CitationFormat format, Stream output, CancellationToken cancellationToken) =>
        Labels.Count(await format.WriteAsync(
            services.GetRequiredService<CitationQuery>().AllAsync(cancellationToken), output, cancellationToken), "work");

    private static async Task<string> SiteAsync(IServiceProvider services, Stream output, CancellationToken cancellationToken)
    {
        var (file, _) = await services.GetRequiredService<SiteArchive>().GetAsync(cancellationToken);
        await using var made = File.OpenRead(file);
        await made.CopyToAsync(output, cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"the site, {made.Length / 1024:N0} kB");
    }

    private static async Task<string> AwesomeAsync(IServiceProvider services, Stream output, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(output, leaveOpen: true);
        return Labels.Count(await services.GetRequiredService<ExportAwesome>().RunAsync(text, cancellationToken), "resource");
    }

    private static async Task<string> SotaAsync(IServiceProvider services, Stream output, CancellationToken cancellationToken) =>
        Labels.Count(await services.GetRequiredService<ExportSota>().RunAsync(output, cancellationToken), "result");
}
