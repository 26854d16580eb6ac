namespace LlmGuide.Benchmarks;

/// <summary>A folder for databases and bodies that goes away at the end.</summary>
/// <param name="published">Where the published program is already; <c>null</c> to publish it.</param>
internal sealed class WorkFolder(string? published) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("llmguide-benchmark-");

    private Task<string>? _site;

    /// <summary>The published program, made when first asked for.</summary>
    public Task<string> SiteAsync() =>
        _site ??= published is null
            ? PublishedSite.InAsync(File("published"))
            : Task.FromResult(Path.Combine(Path.GetFullPath(published), PublishedSite.Program));

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
