using LlmGuide.Core.Interchange.Lists.Reading;

namespace LlmGuide.Core.Interchange.Lists.Importing;

/// <summary>Says of each line of a list what became of it.</summary>
internal static class ListReport
{
    public static ListCounts Make(ReadList list, ListPlan plan, Action<ListEntry> report)
    {
        var counts = new int[Enum.GetValues<ListOutcome>().Length];
        var named = new HashSet<int>();
        foreach (var line in list.Lines)
        {
            var entry = Entry(line, plan);
            counts[(int)entry.Outcome]++;
            named.Add(line.Line);
            report(entry);
        }

        var topics = plan.NewTopics.Count(topic =>
            plan.Works.Values.Any(work => work.Topic == topic && work.Outcome == ListOutcome.Created));
        return new ListCounts(
            counts[(int)ListOutcome.Created], counts[(int)ListOutcome.Merged], counts[(int)ListOutcome.Note],
            counts[(int)ListOutcome.Skipped], list.Count, topics, list.Count - named.Count);
    }

    private static ListEntry Entry(ReadLine line, ListPlan plan)
    {
        var planned = plan.Works.GetValueOrDefault(line);
        var reason = (planned?.Reason, line.Reason) switch
        {
            ({ } said, { } broken) => $"{said} {broken}",
            var (said, other) => said ?? (ReferenceEquals(other, ListReasons.Heading) ? Heading(line, plan) : other),
        };
        return new ListEntry(
            line.Line + 1, planned?.Outcome ?? line.Outcome!.Value, reason, line.Title, line.Url, line.Description,
            line.Section.Headings, line.Of?.Title ?? line.Under);
    }

    private static string Heading(ReadLine line, ListPlan plan) =>
        plan.TopicOf(line.Section) is not { } topic ? ListReasons.Heading
        : topic.Heading != line.Section ? $"A heading: a section of “{topic.Title}”."
        : topic.IsNew ? $"A heading: the new topic “{topic.Title}”."
        : $"A heading: the topic “{topic.Title}”.";
}
