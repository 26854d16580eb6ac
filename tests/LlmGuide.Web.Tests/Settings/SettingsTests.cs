using LlmGuide.Web.Settings;

namespace LlmGuide.Web.Tests.Settings;

public sealed class SettingsTests : IDisposable
{
    private const string Connection = "ConnectionStrings:Guide";

    private readonly Checkout _checkout = new();

    [Theory]
    [InlineData("Database:Provider", "Foo", "Sqlite or PostgreSQL")]
    [InlineData("Database:Provider", "1", "Sqlite or PostgreSQL")]
    [InlineData("Database:MigrateOnStart", "maybe", "true or false")]
    [InlineData("Database:SeedOnStart", "1", "true or false")]
    [InlineData("Site:PublicUrl", "guide.example.org", "a whole address such as https://")]
    [InlineData("Site:PublicUrl", "https://example.org/guide", "without a path")]
    [InlineData("Site:PublicUrl", "https://example.org/guide/", "without a path")]
    [InlineData("Site:PublicUrl", "https://example.org/?x=1", "without a path")]
    [InlineData("Site:PublicUrl", "https://example.org/#top", "without a path")]
    [InlineData("Site:PublicUrl", "https://ada@example.org", "without a path")]
    [InlineData("Site:PublicUrl", "ftp://guide.example.org", "a whole address such as https://")]
    [InlineData("Site:SourceUrl", "javascript:alert(1)", "a whole address such as https://")]
    [InlineData("Site:Title", "", "1 to 60 characters")]
    [InlineData("Site:Title", "A title of sixty-one characters, which is one more than it may", "1 to 60 characters")]
    [InlineData("Site:DrainSeconds", "-1", "a whole number of seconds from 0 to 60")]
    [InlineData("Site:DrainSeconds", "61", "a whole number of seconds from 0 to 60")]
    [InlineData("Site:Contact", "moderators", "a mail address such as moderators@example.org, or nothing")]
    [InlineData("Suggestions:QuorumProof", "perhaps", "true or false")]
    [InlineData("Links:Parallel", "0", "a whole number from 1 to 64")]
    [InlineData("Outside:Crossref", "crossref", "a whole address such as https://api.crossref.org")]
    [InlineData("Outside:AllowLoopback", "yes", "true or false")]
    [InlineData("Islands:PerMember", "0", "a whole number from 1 to 1000000")]
    [InlineData(Connection, "nonsense", "a SQLite connection string such as")]
    [InlineData(Connection, "Nonsense=1", "a SQLite connection string such as")]
    [InlineData(Connection, "Data Source=", "without a file")]
    [InlineData(Connection, "Data Source=:memory:", "without a file")]
    [InlineData(Connection, "Data Source=guide;Mode=Memory;Cache=Shared", "without a file")]
    public void A_wrong_value_is_one_line_with_the_key_the_value_and_what_is_allowed(string key, string value, string allowed)
    {
        var line = Assert.Throws<StartUpException>(() => GuideSite.Build(
            ["--contentRoot", GuideHost.WebProject, _checkout.Connection("Pooling=false"), $"--{key}={value}"])).Message;
        Assert.StartsWith($"The setting {key} is “{value}”; it must be ", line);
        Assert.Contains(allowed, line);
        Assert.DoesNotContain('\n', line);
        Assert.False(File.Exists(_checkout.Database));
    }

    [Fact]
    public async Task All_wrong_values_are_said_at_once_a_line_each()
    {
        var ended = await _checkout.RunAsync(
            "migrate", "--Discussion:GraceMinutes=0x5", "--Links:Parallel= 4", "--Site:DrainSeconds=61", "--Database:SeedOnStart=perhaps",
            "--ConnectionStrings:Guide=Data Source=:memory:", "--Redis=localhost,noSuchOption=1", "--RateLimits:Form=0",
            "--Https:HstsDays=731", "--Smtp:Port=0", "--Smtp:User=guide", "--Authentication:GitHub:ClientId=guide");
        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.Equal(
            [
                "The setting Authentication:GitHub:ClientSecret is “”; it must be what the provider gave with the client id.",
                "The setting ConnectionStrings:Guide is “Data Source=:memory:”; it must be a SQLite connection string such as "
                    + "“Data Source=db/llmguide.db” (without a file, the content would be gone with each connection).",
                "The setting Database:SeedOnStart is “perhaps”; it must be true or false.",
                "The setting Discussion:GraceMinutes is “0x5”; it must be a whole number from 0 to 1440.",
                "The setting Https:HstsDays is “731”; it must be a whole number from 0 to 730.",
                "The setting Links:Parallel is “ 4”; it must be a whole number from 1 to 64.",
                "The setting RateLimits:Form is “0”; it must be a whole number from 1 to 1000000.",
                "The setting Redis is “localhost,noSuchOption=1”; it must be an address such as localhost:6379, "
                    + "with options of StackExchange.Redis after commas.",
                "The setting Site:DrainSeconds is “61”; it must be a whole number of seconds from 0 to 60.",
                "The setting Smtp:Password is “”; it must be set when Smtp:User is.",
                "The setting Smtp:Port is “0”; it must be a number from 1 to 65535.",
            ],
            ended.Errors.TrimEnd().Split('\n').Order(StringComparer.Ordinal));
        Assert.False(File.Exists(_checkout.Database));
    }

    [Fact]
    public async Task A_wrong_value_in_the_environment_stops_the_start_too()
    {
        var line = (await _checkout.RunAsync([], ("Database__Provider", "Foo"))).FailsInOneLine();
        Assert.Equal("The setting Database:Provider is “Foo”; it must be Sqlite or PostgreSQL.", line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Host=localhost;Nonsense=1;Password=secret")]
    public async Task A_wrong_connection_to_PostgreSQL_is_said_without_its_password(string value)
    {
        var line = (await _checkout.RunAsync("migrate", "--Database:Provider=PostgreSQL", $"--{Connection}={value}")).FailsInOneLine();
        Assert.StartsWith($"The setting {Connection} is “", line);
        Assert.Contains("a PostgreSQL connection string such as", line);
        Assert.DoesNotContain("secret", line);
    }

    [Fact]
    public async Task An_empty_connection_is_the_default_one()
    {
        (await _checkout.RunAsync("migrate", $"--{Connection}=")).Succeeds();
        Assert.True(File.Exists(_checkout.Database));
    }

    // Port 1 of the loopback address answers nowhere.
    [Theory]
    [InlineData("migrate")]
    [InlineData("serve")]
    public async Task A_database_that_does_not_answer_is_one_line(string verb)
    {
        var line = (await _checkout.RunAsync(
            verb, "--Database:Provider=PostgreSQL", $"--{Connection}=Host=127.0.0.1;Port=1;Username=guide;Password=secret"))
            .FailsInOneLine();
        Assert.StartsWith("The database cannot be opened: ", line);
        Assert.DoesNotContain("secret", line);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_one_line()
    {
        await File.WriteAllTextAsync(_checkout.Database, new string('x', 8192), GuideHost.Cancelled);
        var line = (await _checkout.RunAsync("serve")).FailsInOneLine();
        Assert.Contains("file is not a database", line);
    }

    [Fact]
    public async Task A_file_that_is_not_there_cannot_be_opened_for_reading()
    {
        var line = (await _checkout.RunAsync("serve", _checkout.Connection("Mode=ReadOnly"))).FailsInOneLine();
        Assert.Contains("unable to open database file", line);
    }

    public void Dispose() => _checkout.Dispose();
}
