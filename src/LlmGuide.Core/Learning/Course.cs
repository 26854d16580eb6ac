using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Learning;

/// <summary>The path as far as progress is counted along it. The same for everybody.</summary>
/// <param name="Topics">In path order.</param>
/// <param name="Moved">Where the former slugs of works lead.</param>
public sealed record Course(IReadOnlyList<CourseTopic> Topics, IReadOnlyDictionary<string, string> Moved)
{
    /// <summary>How long the essentials take together, in minutes.</summary>
    public int Minutes => Topics.Sum(topic => topic.Essentials.Sum(work => work.Minutes));
}

/// <param name="Needs">Its prerequisites, in path order.</param>
/// <param name="Essentials">In reading order.</param>
/// <param name="Others">The ids of its companions and further works.</param>
public sealed record CourseTopic(
    int Id, string Slug, string Title, int Stage, IReadOnlyList<CourseNeed> Needs,
    IReadOnlyList<CourseWork> Essentials, IReadOnlyList<int> Others);

/// <param name="Reason">What of the earlier topic the later one uses.</param>
public sealed record CourseNeed(int TopicId, string Reason);

/// <param name="Minutes">How long the part takes that the topic uses.</param>
/// <param name="WhyHtml">Why it is there; safe HTML.</param>
public sealed record CourseWork(
    int Id, string Slug, string Title, ResourceKind Kind, string AuthorNames, int? Year, string? Venue, int Minutes,
    string Url, string WhyHtml)
{
    public ResourceLine Line => new(Slug, Title, Kind, AuthorNames, Year, Venue, Minutes);
}
