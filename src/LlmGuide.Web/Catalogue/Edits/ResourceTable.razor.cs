using LlmGuide.Core;
using LlmGuide.Core.Curation;
using LlmGuide.Core.Catalogue;
using LlmGuide.Web.Accounts;

using Microsoft.AspNetCore.Components;

using MudBlazor;

namespace LlmGuide.Web.Catalogue.Edits;

/// <summary>
/// All resources, to be searched, sorted, selected and changed together. The circuit may outlive the sign-in: who acts is asked anew
/// before each act.
/// </summary>
public sealed partial class ResourceTable : IDisposable
{
    private const int Size = CuratedResourcesQuery.PageSize;

    private readonly CancellationTokenSource _gone = new();
    private Page<CuratedResource> _page = new([], 1, Size, 0);
    private IReadOnlyList<TopicLink> _topics = [];
    private HashSet<CuratedResource> _selected = [];
    private MudDataGrid<CuratedResource>? _grid;
    private TableQuestion _asked = new();
    private string _choice = BulkChoice.Confirm;
    private string? _reason;
    private string? _fault;
    private bool _busy;

    [Parameter, EditorRequired]
    public required TableQuestion Asked { get; set; }

    [Inject]
    public required CuratedResourcesQuery Resources { get; set; }

    [Inject]
    public required BulkActs Acts { get; set; }

    [Inject]
    public required CircuitActor Visitor { get; set; }

    [Inject]
    public required ISnackbar Snackbar { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _asked = Asked;
        _topics = await Resources.TopicsAsync(_gone.Token);
        if (!RendererInfo.IsInteractive)
        {
            _page = await Resources.RunAsync(Asked.Filter, Asked.Page, Size, _gone.Token);
        }
    }

    private async Task<GridData<CuratedResource>> LoadAsync(GridState<CuratedResource> state, CancellationToken cancellationToken)
    {
        var filter = _asked.Filter;
        if (state.SortDefinitions.FirstOrDefault() is { } sorted && _grid?.RenderedColumns.FirstOrDefault(c => c.PropertyName == sorted.SortBy)?.Tag is CuratedSort column)
        {
            filter = filter with { Sort = column, Descending = sorted.Descending };
        }

        var page = await Resources.RunAsync(filter, state.Page + 1, state.PageSize, cancellationToken);
        return new GridData<CuratedResource> { Items = page.Items, TotalItems = page.Total };
    }

    private async Task FilterAsync(TableQuestion asked)
    {
        _asked = asked;
        _selected = [];
        if (_grid is not null)
        {
            _grid.NavigateTo(MudBlazor.Page.First);
            await _grid.ReloadServerData();
        }
    }

    private async Task DoAsync()
    {
        (_busy, _fault) = (true, null);
        try
        {
            if (await Visitor.FindAsync(_gone.Token) is not { } actor)
            {
                _fault = "You are signed out. Sign in in another tab, then press the button again.";
                return;
            }

            var done = await Acts.RunAsync(actor, [.. _selected.Select(row => row.Id)], _choice, _reason, _gone.Token);
            _fault = done.Refusal?.Why;
            if (_fault is null)
            {
                Snackbar.Add(BulkActs.Words(done.Value), Severity.Success);
                (_selected, _reason) = ([], null);
                await _grid!.ReloadServerData();
            }
        }
        finally
        {
            _busy = false;
        }
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }
}
