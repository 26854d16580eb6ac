using System.IO.Compression;
using System.Text.Json;

namespace LlmGuide.Web.Interchange.Imports;

/// <summary>A file as it is kept with its import.</summary>
internal static class PackedFile
{
    public static async Task<byte[]> PackAsync(Stream content, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        await using (var packed = new BrotliStream(kept, CompressionLevel.Fastest))
        {
            await content.CopyToAsync(packed, cancellationToken);
        }

        return kept.ToArray();
    }

    public static byte[] Pack<T>(T value)
    {
        using var kept = new MemoryStream();
        using (var packed = new BrotliStream(kept, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(packed, value);
        }

        return kept.ToArray();
    }

    public static T Read<T>(byte[] packed)
    {
        using var content = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(content)!;
    }

    /// <summary>The file itself, which is gone once it is closed. It is on the disk: unpacked, it may be large.</summary>
    public static async Task<Stream> OpenAsync(byte[] packed, CancellationToken cancellationToken)
    {
        await using var content = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        var file = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await content.CopyToAsync(file, cancellationToken);
        file.Position = 0;
        return file;
    }
}
