namespace LlmGuide.Web.Tests.Markdown;

/// <summary>Who is meant by a text, and therefore linked and told.</summary>
public sealed class MentionTests
{
    [Theory]
    [InlineData("Thanks @anna.", "anna")]
    [InlineData("@anna", "anna")]
    [InlineData("(@anna), “@Bob-2”: @cy_d!", "anna Bob-2 cy_d")]
    [InlineData("@a_name_with_lines and *@anna*", "a_name_with_lines anna")]
    [InlineData("@anna's, @anna-", "anna")]
    [InlineData("- @anna\n- # @bob", "anna bob")]
    [InlineData("| a |\n|---|\n| @anna |", "anna")]
    [InlineData("感谢@anna的回答", "anna")]
    [InlineData("谢谢，@anna！你好", "anna")]
    [InlineData("@annaさんの回答", "anna")]
    [InlineData("ユーザー@annaです。", "anna")]
    [InlineData("「@anna」と（@bob）", "anna bob")]
    [InlineData("ขอบคุณ@annaครับ ที่@bob", "anna bob")]
    [InlineData("@anna님 감사합니다", "anna")]
    [InlineData("شكرا @anna، و@bob", "anna bob")]
    [InlineData("👍@anna👍", "anna")]
    [InlineData("＠anna さん", "anna")]
    [InlineData("@anna: see https://example.com/@bob", "anna")]
    [InlineData("@anna/@bob", "anna")]
    [InlineData("> thanks @anna\n\nI agree, @bob", "bob")]
    public void Who_is_addressed_is_mentioned(string text, string names) => Assert.Equal(names, Mentioned(text));

    [Theory]
    [InlineData("@anna@mastodon.social")]
    [InlineData("Ask @anna@social.example.org, please")]
    [InlineData("@anna.bsky.social")]
    [InlineData("@anna:matrix.org")]
    [InlineData("npm i @anna/package")]
    [InlineData("anna@example.com")]
    [InlineData("first.last+@anna.example")]
    [InlineData("mail a@anna, é@anna")]
    [InlineData("https://example.com/@anna")]
    [InlineData("www.example.com/@anna")]
    [InlineData("<anna@example.com>")]
    [InlineData("[@anna](https://example.com)")]
    [InlineData("example.com/@anna")]
    [InlineData("?user=@anna")]
    [InlineData("`@anna` and ``x @anna``")]
    [InlineData("```\n@anna\n```")]
    [InlineData("    @anna")]
    [InlineData("$@anna$")]
    [InlineData("> @anna said")]
    [InlineData("> > @anna said")]
    [InlineData("> - a list, @anna\n>   | a |\n>   |---|\n>   | @anna |")]
    [InlineData("- > @anna in a list")]
    [InlineData(@"\@anna")]
    [InlineData("@annaé")]
    [InlineData("@@anna")]
    public void A_name_in_code_in_an_address_in_a_quotation_or_of_another_server_mentions_nobody(string text)
    {
        Assert.Equal("", Mentioned(text));
        Assert.DoesNotContain("/u/", Comment(text).Body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_mentioned_is_linked_where_they_are_addressed_and_not_where_they_are_quoted() => Assert.Equal(
        "<blockquote>\n<p>thanks @anna</p>\n</blockquote>\n<p>感谢<a href=\"/u/anna\">@anna</a>的回答</p>",
        Comment("> thanks @anna\n\n感谢@Anna的回答").Body.Html);

    private static string Mentioned(string text) => string.Join(' ', Comment(text).References.Mentions);

    private static Core.CommentProse Comment(string text) => Guide.Markdown.RenderCommentAsync(
        text, ["anna"], TestContext.Current.CancellationToken).GetAwaiter().GetResult();
}
