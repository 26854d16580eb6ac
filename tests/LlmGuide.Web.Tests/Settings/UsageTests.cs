namespace LlmGuide.Web.Tests.Settings;

public sealed class UsageTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Theory]
    [InlineData("--help", "serve migrate seed export --version")]
    [InlineData("serve --help", "--urls")]
    [InlineData("migrate --help", "--format json text")]
    [InlineData("seed --help", "--format json text")]
    [InlineData("export --help", "--out json")]
    public async Task Help_names_what_can_be_said(string args, string names)
    {
        var help = (await _checkout.RunAsync(args.Split(' '))).Succeeds();
        Assert.Equal("", help.Errors);
        Assert.All(names.Split(' '), name => Assert.Contains(name, help.Output));
    }

    [Theory]
    [InlineData("nonsense", "nonsense")]
    [InlineData("--nonsense", "--nonsense")]
    [InlineData("serve nonsense", "nonsense")]
    [InlineData("migrate --nonsense", "--nonsense")]
    [InlineData("seed --format xml", "xml")]
    [InlineData("export", "what")]
    [InlineData("export csv", "csv")]
    [InlineData("export json --out", "--out")]
    public async Task What_cannot_be_said_is_a_usage_error_and_nothing_is_done(string args, string culprit)
    {
        var refused = await _checkout.RunAsync(args.Split(' '));
        Assert.Equal(2, refused.Code);
        Assert.Equal("", refused.Output);
        Assert.Contains(culprit, refused.Errors);
        Assert.EndsWith("Try --help.\n", refused.Errors);
        Assert.False(File.Exists(_checkout.Database));
    }

    public void Dispose() => _checkout.Dispose();
}
