using System.Globalization;

namespace LlmGuide.Web.Settings.Backups;

/// <summary>The folder of the backups that the application makes. What is called otherwise is somebody else's, and stays.</summary>
internal sealed class BackupFolder(BackupOptions options)
{
    private const string Before = "llmguide-";
    private const string After = ".zip";
    private const string Time = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The whole path; <c>null</c> when no backups are to be made.</summary>
    public string? Path { get; } = options.Folder.Length == 0 ? null : System.IO.Path.GetFullPath(options.Folder, GuideFolders.Root);

    /// <summary>What is there, the newest first.</summary>
    public IReadOnlyList<KeptBackup> List() => Path is null || !Directory.Exists(Path) ? [] :
    [
        .. new DirectoryInfo(Path).EnumerateFiles(Before + "*" + After)
            .Select(file => (File: file, At: TimeOf(file.Name))).Where(found => found.At is not null)
            .Select(found => new KeptBackup(found.File.FullName, found.At!.Value, found.File.Length))
            .OrderByDescending(kept => kept.At),
    ];

    public string FileOf(DateTimeOffset at) => System.IO.Path.Combine(
        Path!, Before + at.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture) + After);

    /// <summary>Lets one process at a time make one here, which several nodes may share. It ends with its process.</summary>
    /// <returns>The turn; <c>null</c> while another process has it.</returns>
    public FileStream? TryTake()
    {
        Directory.CreateDirectory(Path!);
        try
        {
            return new FileStream(
                System.IO.Path.Combine(Path!, ".llmguide-backup"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException held) when (held.GetType() == typeof(IOException))
        {
            return null;
        }
    }

    private static DateTimeOffset? TimeOf(string name) => DateTimeOffset.TryParseExact(
        name[Before.Length..^After.Length], Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}

internal sealed record KeptBackup(string File, DateTimeOffset At, long Bytes);
