using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

using LlmGuide.Core.Data.Storage;

namespace LlmGuide.Core.Maintenance.Backups;

/// <summary>
/// A backup: a ZIP file with the database, as its kind writes it, and a manifest with its hash. So a bit that has turned is noticed, where
/// SQLite's own check sees the structure alone; and whoever has lost this program can still open both with common tools.
/// </summary>
internal static class BackupFile
{
    private const string ManifestName = "backup.json";
    private const int BufferSize = 128 * 1024;

    /// <summary>A manifest is some hundred bytes.</summary>
    private const int LongestManifest = 64 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private static string ContentName(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? "guide.db" : "guide.dump";

    /// <param name="output">Where to.</param>
    /// <param name="content">The database.</param>
    /// <param name="manifest">All but the length and the hash, which are known afterwards.</param>
    public static async Task<BackupManifest> WriteAsync(
        Stream output, Stream content, BackupManifest manifest, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, null, cancellationToken);

        // pg_dump has compressed it already.
        var level = manifest.Provider == DatabaseProvider.Sqlite ? CompressionLevel.Fastest : CompressionLevel.NoCompression;
        var entry = zip.CreateEntry(ContentName(manifest.Provider), level);
        await using (var target = await entry.OpenAsync(cancellationToken))
        {
            var (bytes, hash) = await CopyAsync(content, target, cancellationToken);
            manifest = manifest with { Bytes = bytes, Sha256 = hash };
        }

        await using var description = await zip.CreateEntry(ManifestName).OpenAsync(cancellationToken);
        await JsonSerializer.SerializeAsync(description, manifest, Json, cancellationToken);
        return manifest;
    }

    /// <summary>Reads what it says of itself, and the database in it into a file, which is held to that.</summary>
    /// <exception cref="StorageException">It is no backup, or not whole.</exception>
    public static async Task<BackupManifest> ReadAsync(string file, string content, CancellationToken cancellationToken)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(file, cancellationToken);
            var manifest = await ManifestAsync(zip, cancellationToken) ?? throw Foreign(file);
            if (manifest.Format > BackupManifest.CurrentFormat)
            {
                throw new StorageException(
                    $"{file} was written by a newer version of LlmGuide ({manifest.Program}). Restore it with that version.");
            }

            var entry = zip.GetEntry(ContentName(manifest.Provider)) ?? throw Foreign(file);
            await using var source = await entry.OpenAsync(cancellationToken);
            await using var target = new FileStream(content, PrivateFiles.Options(FileMode.CreateNew, FileShare.None));
            var (bytes, hash) = await CopyAsync(source, target, cancellationToken);
            return bytes == manifest.Bytes && hash == manifest.Sha256
                ? manifest
                : throw new StorageException($"{file} is damaged: the hash of what is in it is not the one that it names.");
        }
        catch (InvalidDataException damaged)
        {
            throw new StorageException($"{file} is no backup of LlmGuide, or it is not whole ({damaged.Message})", damaged);
        }
        catch (Exception damaged) when (damaged is JsonException or ArgumentException or NotSupportedException)
        {
            throw new StorageException($"{file} is damaged: what it says of itself cannot be read.", damaged);
        }
    }

    private static async Task<BackupManifest?> ManifestAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(ManifestName) is not { Length: < LongestManifest } entry)
        {
            return null;
        }

        await using var stream = await entry.OpenAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync<BackupManifest>(stream, Json, cancellationToken);
    }

    private static async Task<(long Bytes, string Hash)> CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, bytes) = (new byte[BufferSize], 0L);
        while (await from.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            bytes += read;
        }

        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static StorageException Foreign(string file) => new($"{file} is no backup of LlmGuide.");
}
