using LlmGuide.Web.Settings;

namespace LlmGuide.Web.Tests.Mail;

/// <summary>A wrong setting stops the start with one line that says what is allowed.</summary>
public sealed class SettingTests
{
    [Theory]
    [InlineData("--Smtp:Host=two words", "The setting Smtp:Host is “two words”; it must be the name of a mail server")]
    [InlineData("--Smtp:Port=70000", "The setting Smtp:Port is “70000”; it must be a number from 1 to 65535.")]
    [InlineData("--Smtp:Security=ssl", "The setting Smtp:Security is “ssl”; it must be Auto or None or StartTls or Tls.")]
    [InlineData("--Smtp:From=nobody", "The setting Smtp:From is “nobody”; it must be an address such as guide@example.org")]
    [InlineData("--Smtp:Host=localhost", "The setting Smtp:From is “”; it must be an address")]
    [InlineData("--Smtp:User=guide", "The setting Smtp:Password is “”; it must be set when Smtp:User is.")]
    [InlineData("--Smtp:Password=secret", "The setting Smtp:User is “”; it must be set when Smtp:Password is.")]
    public void A_wrong_setting_is_named(string setting, string message)
    {
        var stopped = Assert.Throws<StartUpException>(() => GuideSite.Build(["--contentRoot", GuideHost.WebProject, setting]));
        Assert.StartsWith(message, stopped.Message);
        Assert.DoesNotContain("secret", stopped.Message);
    }
}
