using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Leaderboards.Tasks;

public sealed partial class TaskPage
{
    private const int RowsShown = 10;

    private TaskPageView? _view;
    private RemovedSubject? _removed;

    [Parameter]
    public required string Slug { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var query = Http.Request.Query;
        _view = await Tasks.RunAsync(Slug, query["board"].ToString(), PageParameter.In(query), Aborted);
        if (_view is not null)
        {
            Http.TagPage(PageTags.Task(Slug));
        }
        else if (await FormerSlugs.RunAsync(SlugOwner.Task, Slug, Aborted) is { } current)
        {
            MovedTo(Links.Task(current));
        }
        else if ((_removed = await Removed.RunAsync(LogKind.Task, Slug, Aborted)) is not null)
        {
            Http.Response.StatusCode = StatusCodes.Status410Gone;
        }
        else
        {
            Navigation.NotFound();
        }
    }

    private static string Caption(BoardView board) =>
        $"The best {Math.Min(RowsShown, board.Results.Total)} of {Labels.Count(board.Results.Total, "result")}. "
        + "Each score is as its source has it.";
}
