using CsCheck;

using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Tests.Revisions;

public sealed class DraftDiffTests
{
    [Fact]
    public void Only_the_fields_that_differ_are_named_in_the_order_of_the_draft() => Assert.Equal(
        [new FieldDiff("title", "A", "B"), new FieldDiff("essential", "no", "yes"),
            new FieldDiff("venue", null, "ICML"), new FieldDiff("authors", "X; Y", "X; Z")],
        DraftDiff.Between(
            """{"title":"A","year":2017,"essential":false,"venue":null,"authors":["X","Y"]}""",
            """{"title":"B","year":2017,"essential":true,"venue":"ICML","authors":["X","Z"]}""")
            .OrderBy(f => Array.IndexOf(["title", "essential", "venue", "authors"], f.Path)));

    [Fact]
    public void Records_of_a_list_are_told_apart_by_their_first_property() => Assert.Equal(
        [new FieldDiff("placements › b › why", "Old.", "New.")],
        DraftDiff.Between(
            """{"placements":[{"topic":"a","why":"Same."},{"topic":"b","why":"Old."}]}""",
            """{"placements":[{"topic":"a","why":"Same."},{"topic":"b","why":"New."}]}"""));

    [Fact]
    public void A_list_in_another_order_has_changed_its_order_only() => Assert.Equal(
        [new FieldDiff("concepts › order", "one; two", "two; one")],
        DraftDiff.Between(
            """{"concepts":[{"term":"one","is":"1"},{"term":"two","is":"2"}]}""",
            """{"concepts":[{"term":"two","is":"2"},{"term":"one","is":"1"}]}"""));

    [Fact]
    public void What_came_to_a_list_is_named_and_its_order_is_not() => Assert.Equal(
        [new FieldDiff("concepts › two › is", null, "2")],
        DraftDiff.Between(
            """{"concepts":[{"term":"one","is":"1"}]}""", """{"concepts":[{"term":"one","is":"1"},{"term":"two","is":"2"}]}"""));

    [Fact]
    public void Before_anything_was_there_every_field_is_new() =>
        Assert.Equal([new FieldDiff("title", null, "A")], DraftDiff.Between(null, """{"title":"A","venue":null,"authors":[]}"""));

    [Fact]
    public void A_changed_word_is_all_that_a_text_shows() => Assert.Equal(
        [new(DiffChange.Kept, "It introduced the "), new(DiffChange.Removed, "Transfomer"),
            new(DiffChange.Added, "Transformer"), new DiffPiece(DiffChange.Kept, ".")],
        TextDiff.Between("It introduced the Transfomer.", "It introduced the Transformer."));

    [Fact]
    public void The_pieces_of_any_two_texts_give_both_back() =>
        Gen.Select(Gen.String[Gen.Char["ab .,\n"], 0, 60], Gen.String[Gen.Char["ab .,\n"], 0, 60]).Sample((before, after) =>
        {
            var pieces = TextDiff.Between(before, after);
            Assert.Equal(before, string.Concat(pieces.Where(p => p.Change != DiffChange.Added).Select(p => p.Text)));
            Assert.Equal(after, string.Concat(pieces.Where(p => p.Change != DiffChange.Removed).Select(p => p.Text)));
        });
}
