using System.Globalization;

namespace LlmGuide.Web.Tests.Settings;

public sealed class CultureTests
{
    [Fact]
    public async Task The_language_of_the_machine_does_not_change_how_numbers_read()
    {
        await using var host = await GuideHost.StartAsync("--Database:SeedOnStart=false");
        Assert.Equal(CultureInfo.InvariantCulture, CultureInfo.DefaultThreadCurrentCulture);
        Assert.Equal(CultureInfo.InvariantCulture, CultureInfo.DefaultThreadCurrentUICulture);
    }

    [Fact]
    public void There_are_normal_forms_here() => Assert.Equal("\u00E9", "e\u0301".Normalize());
}
