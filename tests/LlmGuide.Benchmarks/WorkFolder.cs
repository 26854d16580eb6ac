namespace LlmGuide.Benchmarks;

/// <summary>A folder for databases and bodies that goes away at the end.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("llmguide-benchmark-");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
