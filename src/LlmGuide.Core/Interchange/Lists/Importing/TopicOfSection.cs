using LlmGuide.Core.Interchange.Lists.Reading;

namespace LlmGuide.Core.Interchange.Lists.Importing;

/// <summary>
/// Which heading of a list is a topic of the guide: one that the guide has, innermost first; otherwise the outermost below the title
/// that has works right under it. What is further in is a section of it.
/// </summary>
internal sealed class TopicOfSection(ReadList list, KnownCatalogue known)
{
    private readonly ReadSection? _title = list.Sections.FirstOrDefault(section => section.Level == 1);

    /// <returns>The section whose heading is the topic; <c>null</c> for works that stand under none.</returns>
    public ReadSection? Of(ReadSection section)
    {
        var path = Path(section);
        if (path.FindLast(one => known.Topic(one.Title) is not null) is { } there)
        {
            return there;
        }

        var below = path.Count > 1 && path[0] == _title ? path[1..] : path;
        var at = below.FindIndex(one => one.Works > 0);
        return at < 0 ? below.LastOrDefault() : Named(below, at);
    }

    // "2024" under "Surveys" is no topic.
    private static ReadSection Named(List<ReadSection> path, int at)
    {
        var named = at;
        while (named > 0 && !path[named].Title.Any(char.IsLetter))
        {
            named--;
        }

        return path[named];
    }

    private static List<ReadSection> Path(ReadSection section)
    {
        var path = new List<ReadSection>();
        for (var one = section; one is { Level: > 0 }; one = one.Parent)
        {
            path.Insert(0, one);
        }

        return path;
    }
}
