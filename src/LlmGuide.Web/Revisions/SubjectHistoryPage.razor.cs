
using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Revisions;

/// <summary>How a subject of any kind came to be as it is.</summary>
public sealed partial class SubjectHistoryPage
{
    private HistoryView? _history;

    [Parameter]
    public required string Key { get; set; }

    /// <summary>The kind, for those that have no address of their own for it.</summary>
    [Parameter]
    public string? Name { get; set; }

    [Inject]
    public required HistoryQuery History { get; set; }

    [Inject]
    public required FormerSlugQuery FormerSlugs { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private LogKind? Kind => Name is not null ? Names.Parse<LogKind>(Name) : Http.Request.Path.Value!.Split('/')[1] switch
    {
        "topics" => LogKind.Topic,
        "resources" => LogKind.Resource,
        "tasks" => LogKind.Task,
        _ => LogKind.Benchmark,
    };

    protected override async Task OnInitializedAsync()
    {
        _history = Kind is { } kind ? await History.RunAsync(kind, Key, PageParameter.In(Http.Request.Query), Aborted) : null;
        if (_history is not null)
        {
            return;
        }

        var owner = Kind switch
        {
            LogKind.Topic => SlugOwner.Topic,
            LogKind.Resource => SlugOwner.Resource,
            LogKind.Task => SlugOwner.Task,
            LogKind.Benchmark => SlugOwner.Benchmark,
            LogKind.Model => SlugOwner.Model,
            _ => (SlugOwner?)null,
        };
        if (owner is { } former && await FormerSlugs.RunAsync(former, Key, Aborted) is { } current)
        {
            MovedTo(Links.History(Kind!.Value, current));
            return;
        }

        Navigation.NotFound();
    }

    private string Address(int page) => Links.With(
        Links.History(_history!.Subject.Kind, _history.Subject.Key),
        [PageParameter.For(page)]);
}
