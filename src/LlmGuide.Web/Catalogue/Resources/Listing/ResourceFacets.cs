using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Catalogue.Resources.Listing;

/// <summary>One choice of a filter.</summary>
/// <param name="Value">In the address.</param>
/// <param name="Words">What it says, as HTML.</param>
/// <param name="Count">How many works there are with it, and with the other filters as they are.</param>
/// <param name="Off">The filters without it.</param>
public sealed record FacetChoice(string Value, MarkupString Words, int Count, bool IsOn, ResourceFilter Off);

/// <summary>A filter with all that can be chosen.</summary>
/// <param name="Folded">Whether it is long, and shut until somebody chooses of it.</param>
public sealed record Facet(string Name, string Title, IReadOnlyList<FacetChoice> Choices, bool Folded = false)
{
    public bool IsUsed => Choices.Any(choice => choice.IsOn);
}

/// <summary>The filters of the list of resources: what can be chosen, and what it would show.</summary>
internal static class ResourceFacets
{
    public static IReadOnlyList<Facet> Of(ResourceListView view, ResourceFilter filter) =>
    [
        .. ((Facet[])
        [
            new("kind", "Kind", Each(Enum.GetValues<ResourceKind>(), filter.Kinds, view.Counts.Kinds, kind => kind.ToSlug(),
                KindBadges.Of, left => filter with { Kinds = left })),
            new("level", "Level", Each(Enum.GetValues<ResourceLevel>(), filter.Levels, view.Counts.Levels, level => level.ToSlug(),
                level => Plain($"{level}"), left => filter with { Levels = left })),
            new("topic", "Topic", Topics(view, filter), Folded: true),
            new("year", "Year", Each(
                [.. view.Counts.Years.Keys.Union(filter.Years).OrderDescending()], filter.Years, view.Counts.Years,
                year => year.ToInvariantString(), year => Plain(year.ToInvariantString()), left => filter with { Years = left }),
                Folded: true),
            new("status", "Link", Each(Enum.GetValues<LinkStatus>(), filter.Statuses, view.Counts.Statuses, status => status.ToSlug(),
                status => Plain(LinkBadges.Word(status)), left => filter with { Statuses = left }), Folded: true),
        ]).Where(facet => facet.Choices.Count > 0),
    ];

    private static List<FacetChoice> Topics(ResourceListView view, ResourceFilter filter)
    {
        var counts = view.Topics.ToDictionary(topic => topic.Slug, topic => topic.Count, StringComparer.Ordinal);
        var titles = view.Topics.ToDictionary(topic => topic.Slug, topic => topic.Title, StringComparer.Ordinal);
        return Each(
            [.. view.Topics.Select(topic => topic.Slug)], filter.Topics, counts, slug => slug, slug => Plain(titles[slug]),
            left => filter with { Topics = left });
    }

    /// <summary>What would show nothing is left out, unless it is chosen: then it can be taken back.</summary>
    private static List<FacetChoice> Each<T>(
        IEnumerable<T> values, IReadOnlyList<T> chosen, IReadOnlyDictionary<T, int> counts, Func<T, string> value,
        Func<T, MarkupString> words, Func<IReadOnlyList<T>, ResourceFilter> with)
        where T : notnull =>
    [
        .. values.Select(one => new FacetChoice(
                value(one), words(one), counts.GetValueOrDefault(one), chosen.Contains(one),
                with([.. chosen.Where(other => !other.Equals(one))])))
            .Where(choice => choice.Count > 0 || choice.IsOn),
    ];

    private static MarkupString Plain(string words) => new(System.Net.WebUtility.HtmlEncode(words));
}
