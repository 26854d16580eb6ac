using System.IO.Compression;

using Microsoft.AspNetCore.ResponseCompression;

namespace LlmGuide.Web.Caching;

/// <summary>Brotli at a quality that the framework's own provider cannot name (its levels are 1, 4 and 11).</summary>
internal sealed class BrotliPages : ICompressionProvider
{
    public string EncodingName => "br";

    public bool SupportsFlush => true;

    public Stream CreateStream(Stream outputStream) =>
        new BrotliStream(outputStream, new BrotliCompressionOptions { Quality = 5 }, leaveOpen: true);
}
