using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Interchange.Seed.Kept;

/// <summary>Everything that a seed says, as it is kept beside the catalogue: compressed JSON, and a hash to know it by.</summary>
internal static class SeedCopy
{
    /// <summary>The same for two seeds that say the same.</summary>
    public static string HashOf(IEnumerable<SeededSubject> subjects)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in subjects.Select(s => $"{s.Kind}\n{s.Key}\n{s.Draft}\n").Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static byte[] Write(IReadOnlyList<SeededSubject> subjects)
    {
        using var kept = new MemoryStream();
        using (var packed = new BrotliStream(kept, CompressionLevel.Fastest))
        {
            packed.Write(Encoding.UTF8.GetBytes(DraftJson.Of(subjects)));
        }

        return kept.ToArray();
    }

    public static IReadOnlyList<SeededSubject> Read(byte[] content)
    {
        using var packed = new BrotliStream(new MemoryStream(content), CompressionMode.Decompress);
        using var text = new StreamReader(packed, Encoding.UTF8);
        return DraftJson.Read<List<SeededSubject>>(text.ReadToEnd());
    }
}
