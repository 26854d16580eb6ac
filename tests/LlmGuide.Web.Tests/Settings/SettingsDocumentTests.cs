using System.Text.RegularExpressions;

using LlmGuide.Web.Settings;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Settings;

/// <summary>docs/settings.md and what the program reads and runs with.</summary>
public sealed partial class SettingsDocumentTests
{
    private static readonly string Repository = Path.Combine(GuideHost.WebProject, "..", "..");

    /// <summary>What these are when nobody sets them is made whole by the start.</summary>
    private static readonly Dictionary<string, string> MadeWhole = new(StringComparer.Ordinal)
    {
        ["ConnectionStrings:Guide"] = DatabaseSettings.DefaultConnection,
        ["Smtp:Folder"] = "db/mail",
    };

    /// <summary>The default of each key, as the document has it.</summary>
    private static readonly Dictionary<string, string> Documented = Rows().Matches(
        File.ReadAllText(Path.Combine(Repository, "docs", "settings.md")))
        .ToDictionary(row => row.Groups["key"].Value, row => row.Groups["default"].Value.Replace(
            "`", "", StringComparison.Ordinal), StringComparer.Ordinal);

    /// <summary>Whose files are served; no setting of the guide.</summary>
    private static readonly string[] Place = [$"--contentRoot={GuideHost.WebProject}", "--applicationName=LlmGuide.Web"];

    /// <summary>Read where something else is set, too: those are set here.</summary>
    private static readonly string[] Set =
    [
        .. Place,
        "--Authentication:OpenIdConnect:ClientId=guide", "--Authentication:OpenIdConnect:ClientSecret=secret",
        "--Authentication:OpenIdConnect:Authority=https://id.example.org",
        "--Authentication:GitHub:ClientId=guide", "--Authentication:GitHub:ClientSecret=secret",
    ];

    [Fact]
    public async Task Every_key_that_the_program_reads_is_in_the_document_and_no_other()
    {
        var builder = SiteBuilder.Create(Set);
        var asked = new AskedKeys();
        ((Microsoft.Extensions.Configuration.IConfigurationBuilder)builder.Configuration).Add(asked);
        await using var app = GuideSite.Build(builder);
        await app.Services.GetRequiredService<EffectiveSettings>().ListAsync();
        var read = asked.OfTheProgram.ToList();
        Assert.Equal("", string.Join(", ", read.Except(Documented.Keys)));
        Assert.Equal("", string.Join(", ", Documented.Keys.Except(read)));
    }

    [Fact]
    public async Task Every_default_in_the_document_is_the_one_in_force()
    {
        await using var app = GuideSite.Build(Place);
        var settings = (await app.Services.GetRequiredService<EffectiveSettings>().ListAsync())
            .SelectMany(group => group.Settings).ToList();
        Assert.Equal(
            Documented.Keys.Where(key => !key.StartsWith("Authentication:", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            settings.Select(s => s.Key).Order(StringComparer.Ordinal));
        Assert.All(settings, setting =>
        {
            var usual = MadeWhole.GetValueOrDefault(setting.Key) ?? setting.Default;
            Assert.Equal((setting.Key, usual is { Length: > 0 } ? usual : "none"), (setting.Key, Documented[setting.Key].Split(';')[0]));
            Assert.True(
                setting.Default is null || setting.Default == setting.Value,
                $"{setting.Key} is {setting.Value} when nobody sets it, not {setting.Default}.");
        });
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("db/README.md")]
    [InlineData("docs/backup.md")]
    public void No_page_names_a_setting_that_is_not_there(string page) => Assert.All(
        Named().Matches(File.ReadAllText(Path.Combine(Repository, page))).Select(name => name.Groups["key"].Value)
            .Where(key => !key.StartsWith("Logging:", StringComparison.Ordinal)),
        key => Assert.Contains(key, Documented.Keys));

    [GeneratedRegex(@"^\| `(?<key>[\w:]+)` \| (?<default>[^|]+) \| ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rows();

    [GeneratedRegex(@"`(--)?(?<key>[A-Z]\w+(:[A-Z]\w+)+)[`=]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
