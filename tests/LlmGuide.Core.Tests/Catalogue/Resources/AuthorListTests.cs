using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Tests.Catalogue.Resources;

public sealed class AuthorListTests
{
    [Theory]
    [InlineData("Ann Lee|et al", "Ann Lee|et al.")]
    [InlineData("Ann Lee et al.", "Ann Lee|et al.")]
    [InlineData("Ann Lee, et al.", "Ann Lee|et al.")]
    [InlineData("Ann Lee|and others|Bob Ray", "Ann Lee|Bob Ray|et al.")]
    [InlineData("Et Al", "et al.")]
    [InlineData("Metal", "Metal")]
    [InlineData("Ann Lee|Bob Ray", "Ann Lee|Bob Ray")]
    public void Authors_left_out_are_one_last_entry_whatever_they_are_called(string typed, string kept) =>
        Assert.Equal(kept.Split('|'), AuthorList.Clean(typed.Split('|')));
}
