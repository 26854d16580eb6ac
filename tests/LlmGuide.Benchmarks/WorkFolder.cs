namespace LlmGuide.Benchmarks;

/// <summary>A folder for databases and bodies that goes away at the end.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("llmguide-benchmark-");

    private Task<string>? _site;

    /// <summary>The published program, made when first asked for.</summary>
    public Task<string> SiteAsync() => _site ??= PublishedSite.InAsync(File("published"));

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
