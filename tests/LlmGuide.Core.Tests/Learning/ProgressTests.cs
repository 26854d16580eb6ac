using CsCheck;

using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Learning;

namespace LlmGuide.Core.Tests.Learning;

/// <summary>What is counted of the path equals what one counts by hand, over random paths and marks.</summary>
public sealed class ProgressTests
{
    private const int Works = 12;

    private static readonly Gen<CourseTopic[]> Topics = Gen.Int[0, 9].SelectMany(count =>
        Gen.Select(Gen.Int[0, Works - 1].Array[0, 4], Gen.Int[0, 63], Gen.Int[0, Works - 1].Array[0, 2]).Array[count]
            .Select(all => all.Select((one, at) => new CourseTopic(
                at, $"t{at}", $"T{at}", 1,
                [.. Enumerable.Range(0, at).Where(earlier => (one.Item2 >> (earlier % 6) & 1) == 1)
                    .Select(id => new CourseNeed(id, "So."))],
                [.. one.Item1.Distinct().Select(Work)], one.Item3)).ToArray()));

    private static readonly Gen<OwnMarks> Marks = Gen.Select(
        Gen.Int[-1, 3].Array[Works], Gen.Int[0, 1000].Array[Works], Gen.Int[0, 5].Array[9]).Select((states, times, known) => new OwnMarks(
            Enumerable.Range(0, Works).Where(id => states[id] >= 0).ToDictionary(id => id, id => new OwnMark(
                id, $"w{id}", (ReadingState)states[id], DateTimeOffset.UnixEpoch.AddMinutes(times[id]), OnPath: true)),
            Enumerable.Range(0, 9).Where(id => known[id] == 0)
                .ToDictionary(id => id, id => new OwnTopic(id, DateTimeOffset.UnixEpoch, null))));

    [Fact]
    public void What_is_ready_next_is_what_brute_force_finds() => Gen.Select(Topics, Marks).Sample((topics, marks) =>
    {
        var progress = Progress.Of(Course(topics), marks);
        bool IsDone(int work) => marks.Works.TryGetValue(work, out var mark) && mark.State is ReadingState.Read or ReadingState.Skipped;
        bool IsThrough(CourseTopic topic) =>
            marks.Topics.ContainsKey(topic.Id) || topic.Essentials.All(work => IsDone(work.Id));
        var here = progress.Here?.Topic.Id;
        var expected = topics.Where(topic => topic.Id != here
            && !(marks.Topics.ContainsKey(topic.Id) || (topic.Essentials.Count > 0 && topic.Essentials.All(work => IsDone(work.Id))))
            && Array.TrueForAll([.. topic.Needs], need => IsThrough(topics.Single(one => one.Id == need.TopicId))));
        Assert.Equal(expected.Select(topic => topic.Id), progress.Ready.Select(ready => ready.Topic.Topic.Id));
    });

    [Fact]
    public void A_hundred_percent_is_when_every_topic_with_essentials_is_done() => Gen.Select(Topics, Marks).Sample((topics, marks) =>
    {
        var progress = Progress.Of(Course(topics), marks);
        var all = progress.Topics.Where(topic => topic.Topic.Essentials.Count > 0).ToList();
        Assert.Equal(all.Count > 0 && all.TrueForAll(topic => topic.State == TopicState.Done), progress.Percent == 100);
        Assert.Equal(progress.Done, all.Sum(topic => topic.Done));
        Assert.InRange(progress.Percent, 0, 100);
    });

    [Fact]
    public void The_next_work_is_one_that_is_left_and_there_is_one_while_any_is() => Gen.Select(Topics, Marks).Sample((topics, marks) =>
    {
        var progress = Progress.Of(Course(topics), marks);
        Assert.Equal(progress.Topics.All(topic => topic.Left.Count == 0), progress.NextWork is null);
        Assert.True(progress.NextWork is not { } next || !marks.StateOf(next.Id).IsDone());
        Assert.True(progress.Here is null || progress.Here.State == TopicState.Started);
    });

    [Fact]
    public void One_mark_more_never_takes_anything_away() => Gen.Select(
        Topics, Marks, Gen.Int[0, Works - 1]).Sample((topics, marks, work) =>
    {
        var more = new Dictionary<int, OwnMark>(marks.Works)
        {
            [work] = new(work, $"w{work}", ReadingState.Read, DateTimeOffset.UnixEpoch, OnPath: true),
        };
        var (before, after) = (Progress.Of(Course(topics), marks), Progress.Of(Course(topics), marks with { Works = more }));
        Assert.True(after.Done >= before.Done && after.TopicsDone >= before.TopicsDone);
    });

    private static Course Course(CourseTopic[] topics) => new(topics, new Dictionary<string, string>(StringComparer.Ordinal));

    private static CourseWork Work(int id) =>
        new(id, $"w{id}", $"W{id}", ResourceKind.Paper, "", 2020, null, 10, $"https://example.org/{id}", "");
}
