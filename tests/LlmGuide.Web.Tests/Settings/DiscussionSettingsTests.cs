using System.Globalization;

using LlmGuide.Core.Discussion;

namespace LlmGuide.Web.Tests.Settings;

public sealed class DiscussionSettingsTests
{
    public static TheoryData<string> Numbers => [.. typeof(DiscussionOptions).GetProperties().Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_number_is_a_setting(string name)
    {
        var usual = NumberOf(new DiscussionOptions(), name);
        Assert.Equal(usual + 1, NumberOf(Read(name, (usual + 1).ToString(CultureInfo.InvariantCulture)), name));
        Assert.Equal(usual, NumberOf(Read(name, ""), name));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_wrong_number_is_a_line_with_key_value_and_range(string name)
    {
        foreach (var wrong in (string[])["-1", "many", "1.5", "1000000"])
        {
            var line = Assert.Single(ReadSection.Faults<DiscussionOptions>(DiscussionOptions.Section, ($"Discussion:{name}", wrong)));
            Assert.StartsWith(
                $"The setting Discussion:{name} is “{wrong}”; it must be a whole number from ", line, StringComparison.Ordinal);
        }
    }

    private static DiscussionOptions Read(string name, string value) =>
        ReadSection.Of<DiscussionOptions>(DiscussionOptions.Section, ($"Discussion:{name}", value));

    private static int NumberOf(DiscussionOptions options, string name) =>
        (int)typeof(DiscussionOptions).GetProperty(name)!.GetValue(options)!;
}
