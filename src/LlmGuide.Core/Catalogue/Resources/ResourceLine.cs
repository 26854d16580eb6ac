using System.Linq.Expressions;

namespace LlmGuide.Core.Catalogue.Resources;

/// <summary>What a list says of a resource.</summary>
public sealed record ResourceLine(string Slug, string Title, ResourceKind Kind, string AuthorNames, int? Year, string? Venue, int Minutes)
{
    public IReadOnlyList<string> Authors => AuthorNames.Split(Resource.AuthorSeparator, StringSplitOptions.RemoveEmptyEntries);

    internal static readonly Expression<Func<Resource, ResourceLine>> Of = r =>
        new ResourceLine(r.Slug, r.Title, r.Kind, r.AuthorNames, r.Year, r.Venue, r.Minutes);
}

/// <summary>A topic as a link.</summary>
public sealed record TopicLink(string Slug, string Title);
