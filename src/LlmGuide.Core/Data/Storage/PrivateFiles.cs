namespace LlmGuide.Core.Data.Storage;

/// <summary>Files that hold what members said in confidence: their addresses, their drafts, the keys of their sessions.</summary>
public static class PrivateFiles
{
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>What is made is for its owner alone.</summary>
    public static FileStreamOptions Options(FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    /// <summary>What was written is on the disk, and not only on its way there: before something else is given up for it.</summary>
    public static void Sync(FileStream file) => file.Flush(flushToDisk: true);

    /// <summary>What was made by an older version or put there by somebody is for its owner, and for a group that was given it.</summary>
    public static void CloseToOthers(string file)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && File.Exists(file) && (File.GetUnixFileMode(file) & Others) != UnixFileMode.None)
            {
                File.SetUnixFileMode(file, File.GetUnixFileMode(file) & ~Others);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Somebody else owns it, and decides.
        }
    }
}
