using LlmGuide.Core.Catalogue.Addresses;

namespace LlmGuide.Core.Search.Running;

/// <summary>The work whose address or number somebody typed, in whatever form.</summary>
public sealed class Identified(SameWorkQuery works)
{
    /// <returns>The slug of the work; <c>null</c> for what identifies nothing that is listed.</returns>
    public async Task<string?> RunAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length > ResourceUrl.MaxLength)
        {
            return null;
        }

        var keys = new[] { text }.Concat(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(MayIdentify).Take(4).SelectMany(part => WorkKeys.Of(part, part, part)).Distinct(StringComparer.Ordinal).ToList();
        return await works.RunAsync(keys, cancellationToken) is { Removed: false, Slug: var slug } ? slug : null;
    }

    /// <summary>Any word could be the name of a host: an address that somebody pastes has a path, and a number has digits.</summary>
    private static bool MayIdentify(string part) =>
        part.Contains('/', StringComparison.Ordinal) || part.Contains('.', StringComparison.Ordinal) || ArxivNumber.Read(part) is not null;
}
