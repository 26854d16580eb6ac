using LlmGuide.Web.Settings;

namespace LlmGuide.Web.Cli;

/// <summary>
/// Where a verb writes its document. A plain file is replaced at once, when the whole document is there; what a link, a device or a pipe
/// leads to is written as it comes, for there is nothing that could take its place.
/// </summary>
internal static class OutputFile
{
    /// <param name="file"><c>null</c> for standard output.</param>
    /// <param name="write">Writes the document, and says what it was.</param>
    /// <returns>What <paramref name="write"/> says.</returns>
    /// <exception cref="StartUpException">It cannot be written, or not whole: in one line. A plain file stays as it was.</exception>
    public static async Task<string> WriteAsync(FileInfo? file, Func<Stream, Task<string>> write)
    {
        try
        {
            return file is null ? await ThroughAsync(Console.OpenStandardOutput(), write)
                : Special(file) is { } special ? await ThroughAsync(special, write)
                : await ReplaceAsync(file, write);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"{file?.FullName ?? "Standard output"} cannot be written: {refused.Message}", refused);
        }
    }

    private static async Task<string> ThroughAsync(Stream output, Func<Stream, Task<string>> write)
    {
        await using (output)
        {
            return await write(output);
        }
    }

    private static async Task<string> ReplaceAsync(FileInfo file, Func<Stream, Task<string>> write)
    {
        var unfinished = file.FullName + ".part";
        try
        {
            var written = await ThroughAsync(File.Create(unfinished), write);
            File.Move(unfinished, file.FullName, overwrite: true);
            return written;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <returns>What is there, open and empty, unless it is a plain file or nothing.</returns>
    private static FileStream? Special(FileInfo file)
    {
        var isLink = file.LinkTarget is not null;
        if (!isLink && !file.Exists)
        {
            return null;
        }

        // Opened once: a pipe waits for its reader here, who would take a second opening for the end.
        var there = new FileStream(
            file.FullName, isLink ? FileMode.OpenOrCreate : FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        var isPlain = IsPlain(there);
        if (isPlain && !isLink)
        {
            there.Dispose();
            return null;
        }

        if (isPlain)
        {
            there.SetLength(0);
        }

        return there;
    }

    // The kind of a file is nowhere in .NET; but only a plain one has a length that can be set.
    private static bool IsPlain(FileStream file)
    {
        try
        {
            if (file.CanSeek)
            {
                RandomAccess.SetLength(file.SafeFileHandle, RandomAccess.GetLength(file.SafeFileHandle));
            }

            return file.CanSeek;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
