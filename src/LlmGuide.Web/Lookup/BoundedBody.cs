namespace LlmGuide.Web.Lookup;

/// <summary>Reads a body up to a size, counted after decompression: what is beyond is never read.</summary>
internal static class BoundedBody
{
    private const int Piece = 16 * 1024;

    public static async Task<(byte[] Body, bool Cut)> ReadAsync(HttpContent content, int max, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var piece = new byte[Piece];
        while (kept.Length < max)
        {
            var read = await stream.ReadAsync(piece.AsMemory(0, (int)Math.Min(Piece, max - kept.Length)), cancellationToken);
            if (read == 0)
            {
                return (kept.ToArray(), false);
            }

            await kept.WriteAsync(piece.AsMemory(0, read), cancellationToken);
        }

        return (kept.ToArray(), await stream.ReadAsync(piece.AsMemory(0, 1), cancellationToken) > 0);
    }
}
