using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Leaderboards.Benchmarks;

public sealed partial class BenchmarkPage
{
    private BoardView? _board;
    private RemovedSubject? _removed;

    [Parameter]
    public required string Slug { get; set; }

    [Inject]
    public required BoardQuery Boards { get; set; }

    [Inject]
    public required FormerSlugQuery FormerSlugs { get; set; }

    [Inject]
    public required RemovedSubjectQuery Removed { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required SiteAddress Address { get; set; }

    private BoardQuestion Asked => field ??= BoardQuestion.Read(Slug, Http.Request.Query);

    protected override async Task OnInitializedAsync()
    {
        _board = await Boards.RunAsync(Slug, Asked.Filter, Asked.Page, Aborted);
        if (_board is null)
        {
            await MissAsync();
            return;
        }

        Asked.CheckAgainst(_board);
        if (Asked.Errors.Count > 0)
        {
            // What nobody should link to is not worth a place in the cache.
            Http.Response.Headers.CacheControl = "no-store";
        }
    }

    private bool Edits => Http.Actor()?.May(Permission.EditCatalogue) is true;

    private async Task MissAsync()
    {
        if (await FormerSlugs.RunAsync(SlugOwner.Benchmark, Slug, Aborted) is { } current)
        {
            MovedTo(Links.Benchmark(current));
            return;
        }

        if ((_removed = await Removed.RunAsync(LogKind.Benchmark, Slug, Aborted)) is not null)
        {
            Http.Response.StatusCode = StatusCodes.Status410Gone;
            return;
        }

        Navigation.NotFound();
    }

    private static string Description(BoardView board) =>
        $"Leaderboard of {board.Facts.Name} for {board.Facts.TaskName}: {Labels.Count(board.Results.Total, "result")}, "
        + "each with its source.";

    private string Caption(BoardView board)
    {
        var order = board.SortedBy is { } column ? $"{(Asked.Filter.Reversed ? "worst" : "best")} {column.Name} first"
            : Asked.Filter.Sort switch
            {
                BoardFilter.ByDate => Asked.Filter.Reversed ? "oldest first" : "newest first",
                BoardFilter.BySource => "by source",
                _ => "by model",
            };
        return $"{Labels.Count(board.Results.Total, "result")}, {order}. Each score is as its source has it; settings, versions and tracks "
            + "are not compared.";
    }
}
