using System.Text.Json;

using LlmGuide.Web.Tests.Lookup;
using LlmGuide.Web.Tests.Settings;

namespace LlmGuide.Web.Tests.Cli;

public sealed class CheckLinksVerbTests : IAsyncDisposable
{
    private readonly Checkout _checkout = new();
    private readonly OutsideServer _server = new();

    [Fact]
    public async Task Json_is_all_of_standard_output_and_progress_goes_to_standard_error()
    {
        await SeededAsync();
        _server.Redirect("/work", 301, "/moved");
        _server.At("/moved", 200);
        var checkedLinks = (await RunAsync("--format", "json")).Succeeds();
        using var document = JsonDocument.Parse(checkedLinks.Output);
        Assert.Equal(1, document.RootElement.GetProperty("checked").GetInt32());
        Assert.Equal(1, document.RootElement.GetProperty("counts").GetProperty("moved").GetInt32());
        var link = document.RootElement.GetProperty("links").EnumerateArray().Single();
        Assert.Equal(("work", "moved", $"{_server.Address}/moved"), (
            link.GetProperty("slug").GetString(), link.GetProperty("status").GetString(), link.GetProperty("movedTo").GetString()));
        Assert.Contains("Checking links", checkedLinks.Errors);
        Assert.Contains(_server.Requests, request => request.Contains("User-Agent: LlmGuide/1.0"));
    }

    [Fact]
    public async Task A_link_that_fails_is_listed_and_no_failure_of_the_command()
    {
        await SeededAsync();
        var checkedLinks = (await RunAsync("--topic", "one")).Succeeds();
        Assert.Equal($"suspect  {_server.Address}/work (404 Not Found)\nChecked 1 link: 1 suspect.\n", checkedLinks.Output);
        Assert.Equal(1, _checkout.Sql("SELECT count(*) FROM LinkChecks WHERE Status = 'Suspect'"));
    }

    [Fact]
    public async Task A_topic_that_does_not_exist_is_a_failure_in_one_line()
    {
        await SeededAsync();
        Assert.Equal("There is no topic “nothing”.", (await RunAsync("--topic", "nothing")).FailsInOneLine());
    }

    [Fact]
    public async Task While_a_round_runs_there_is_no_second_one()
    {
        await SeededAsync();
        _checkout.Sql(
            "INSERT INTO LinkRounds (StartedBy, StartedAt, Open, LeaseUntil, "
            + "Total, Done) VALUES ('somebody', 0, 1, 9000000000000000000, 1, 0)");
        Assert.Equal("A link check is already running.", (await RunAsync()).FailsInOneLine());
    }

    [Fact]
    public async Task An_option_that_does_not_exist_is_a_usage_error() => Assert.Equal(2, (await RunAsync("--nonsense")).Code);

    public async ValueTask DisposeAsync()
    {
        _checkout.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>One work in one topic, past the seed: its texts need no rendering here.</summary>
    private async Task SeededAsync()
    {
        await _checkout.MigratedAsync();
        _checkout.Sql($"""
            INSERT INTO Conversations (Id, Type, Slug, Title, Comments, OpenQuestions) VALUES (1, 'Topic', 'one', 'One', 0, 0), (2, 'Resource', 'work', 'A work', 0, 0);
            INSERT INTO Stages (Id, Slug, Title, Summary, Position, Version, PathId) VALUES (1, 'start', 'Start', '', 1, 0, 1);
            INSERT INTO Topics (Id, Version, Slug, Title, StageId, ConversationId, Position, Summary, Objective, Checks, Concepts, Introduction_Html, Introduction_Markdown, Introduction_Version)
            VALUES (1, 0, 'one', 'One', 1, 1, 1, '', '', '[]', '[]', '', '', 1);
            INSERT INTO Resources (Id, Version, Slug, Title, Url, Kind, Level, Access, LinkStatus, AuthorNames, CitationKey, ConversationId, Minutes, Essential, InOriginalGuide, AddedAt, Summary_Html, Summary_Markdown, Summary_Version)
            VALUES (1, 0, 'work', 'A work', '{_server.Address}/work', 'Paper', 'Introductory', 'Open', 'Unchecked', 'Ada Example', 'example2020', 2, 30, 0, 0, 0, '', '', 1);
            INSERT INTO Placements (TopicId, ResourceId, Role, Position, Why_Html, Why_Markdown, Why_Version) VALUES (1, 1, 'Further', 1, '', '', 1);
            """);
    }

    private Task<Ended> RunAsync(params string[] args) =>
        _checkout.RunAsync(["check-links", .. args, "--Outside:AllowLoopback=true", "--Links:HostSeconds=0"]);
}
