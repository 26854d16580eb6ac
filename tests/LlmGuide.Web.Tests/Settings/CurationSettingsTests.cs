using LlmGuide.Core.Catalogue;

namespace LlmGuide.Web.Tests.Settings;

public sealed class CurationSettingsTests
{
    private const string Key = "Curation:StaleMonths";

    [Theory]
    [InlineData("", 12)]
    [InlineData("6", 6)]
    public void The_months_are_a_setting(string value, int months) =>
        Assert.Equal(months, ReadSection.Of<CurationOptions>(CurationOptions.Section, (Key, value)).StaleMonths);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("often")]
    [InlineData("121")]
    public void A_wrong_number_is_a_line_with_key_value_and_range(string value) => Assert.Equal(
        [$"The setting Curation:StaleMonths is “{value}”; it must be a whole number from 1 to 120."],
        ReadSection.Faults<CurationOptions>(CurationOptions.Section, (Key, value)));
}
