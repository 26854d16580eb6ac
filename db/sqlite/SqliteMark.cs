using System.Buffers.Binary;

using Microsoft.Win32.SafeHandles;

namespace LlmGuide.Db.Sqlite;

/// <summary>
/// The number by which a database of the guide is told from every other one, in the header of its file, past everything that SQLite
/// remembers of it (https://www.sqlite.org/fileformat2.html#database_header). To read it costs a microsecond.
/// </summary>
/// <remarks>
/// The file stays open for as long as the program runs: to close one takes every lock away that the process has on it
/// (https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_).
/// </remarks>
internal sealed class SqliteMark(string path) : IDisposable
{
    private const int HeaderLength = 72;
    private const int NumberAt = 60;

    private readonly SafeFileHandle _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    private int _known;

    private static ReadOnlySpan<byte> Beginning => "SQLite format 3\0"u8;

    /// <summary>Whether it is not the header that was there at first.</summary>
    public bool HasChanged()
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        if (RandomAccess.Read(_file, header, 0) < HeaderLength || !header.StartsWith(Beginning))
        {
            return true;
        }

        var number = BinaryPrimitives.ReadInt32BigEndian(header[NumberAt..]);

        // It gets its number in the log first, and in the file some time later.
        return Interlocked.CompareExchange(ref _known, number, 0) is not 0 and var known && known != number;
    }

    public void Dispose() => _file.Dispose();
}
