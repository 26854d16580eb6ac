using LlmGuide.Core.Catalogue.Path.Edits;

namespace LlmGuide.Core.Tests.Catalogue.Path;

/// <summary>Moves along the path, without a database.</summary>
public sealed class PathDraftTests
{
    private static readonly PathDraft Path = new() { Stages = [new("a", ["one", "two", "three"]), new("b", ["four"]), new("c", [])] };

    [Theory]
    [InlineData("two", "a: two one three | b: four | c:")]
    [InlineData("one", "a: one two three | b: four | c:")]
    [InlineData("four", "a: one two three four | b: | c:")]
    [InlineData("gone", "a: one two three | b: four | c:")]
    public void A_topic_goes_one_place_earlier(string topic, string expected) => Assert.Equal(expected, Words(Path.Earlier(topic)));

    [Theory]
    [InlineData("one", "a: two one three | b: four | c:")]
    [InlineData("two", "a: one three two | b: four | c:")]
    [InlineData("three", "a: one two | b: three four | c:")]
    [InlineData("four", "a: one two three | b: | c: four")]
    public void A_topic_goes_one_place_later(string topic, string expected) => Assert.Equal(expected, Words(Path.Later(topic)));

    [Theory]
    [InlineData("four", "a", "two", "a: one four two three | b: | c:")]
    [InlineData("one", "a", null, "a: two three one | b: four | c:")]
    [InlineData("one", "c", null, "a: two three | b: four | c: one")]
    [InlineData("one", "c", "two", "a: two three | b: four | c: one")]
    [InlineData("one", "a", "one", "a: one two three | b: four | c:")]
    [InlineData("one", "nowhere", null, "a: one two three | b: four | c:")]
    public void A_topic_is_put_before_another_or_at_the_end(string topic, string stage, string? before, string expected) =>
        Assert.Equal(expected, Words(Path.Put(topic, stage, before)));

    [Fact]
    public void A_stage_goes_with_its_topics()
    {
        Assert.Equal("b: four | a: one two three | c:", Words(Path.StageEarlier("b")));
        Assert.Equal("a: one two three | c: | b: four", Words(Path.StageLater("b")));
        Assert.Equal(Words(Path), Words(Path.StageEarlier("a")));
        Assert.Equal(Words(Path), Words(Path.StageLater("c")));
    }

    private static string Words(PathDraft path) =>
        string.Join(" | ", path.Stages.Select(s => $"{s.Stage}: {string.Join(' ', s.Topics)}".TrimEnd()));
}
