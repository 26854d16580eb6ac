using System.Security.Cryptography;
using System.Text;

using LlmGuide.Core.Figures;
using LlmGuide.Core.Interchange.Copies;
using LlmGuide.Web.Shared;

using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace LlmGuide.Web.Interchange;

/// <summary>
/// By what a reader of the whole content tells whether the copy they have is current, without it being made: the same on every node and
/// after a restart, as long as the content, the drawings, the program and the address and name of the site are the same.
/// </summary>
internal sealed class ContentTag(ContentStateQuery states, FigureLibrary figures, SiteAddress address, IOptions<SiteOptions> site)
{
    private readonly Lazy<string> _shipped = new(() => Hash(
        [typeof(ContentStateQuery).Module.ModuleVersionId.ToString(), typeof(ContentTag).Module.ModuleVersionId.ToString(),
            .. figures.Figures.Select(figure => figure.ToString())]));

    /// <summary>
    /// Weak: the bytes depend on how they are compressed. Taken before the first of them is read, so that no older text gets it.
    /// </summary>
    public async Task<EntityTagHeaderValue> WeakAsync(HttpRequest request, CancellationToken cancellationToken) =>
        new(Of(request, await states.RunAsync(cancellationToken)), isWeak: true);

    /// <param name="state">Of the content, which the file is of to the byte.</param>
    public EntityTagHeaderValue Strong(HttpRequest request, string state) => new(Of(request, state));

    private string Of(HttpRequest request, string state) =>
        $"\"{Hash([state, _shipped.Value, address.Of(request, "/"), site.Value.Title])}\"";

    private static string Hash(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32];
}
