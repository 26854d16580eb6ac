namespace LlmGuide.Core.Discussion;

/// <summary>Knows where the catalogue leads. The one implementation lives with the catalogue, which has conversations.</summary>
public interface ICatalogueLinks
{
    /// <returns>Those of the addresses that lead to no host of the catalogue.</returns>
    Task<IReadOnlyList<string>> ElsewhereAsync(IReadOnlyList<string> addresses, CancellationToken cancellationToken);
}
