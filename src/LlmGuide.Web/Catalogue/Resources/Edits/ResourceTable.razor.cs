using System.Collections.Frozen;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Web.Accounts;
using LlmGuide.Web.Catalogue.Resources.Bulk;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Tables;

using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LlmGuide.Web.Catalogue.Resources.Edits;

/// <summary>
/// All resources, to be searched, sorted, selected and changed together. The circuit may outlive the sign-in: who acts is asked anew
/// before each act.
/// </summary>
public sealed partial class ResourceTable : IDisposable
{
    private static readonly IReadOnlySet<CuratedResource> None = FrozenSet<CuratedResource>.Empty;

    private readonly CancellationTokenSource _gone = new();
    private Page<CuratedResource> _page = new([], 1, CuratedResourcesQuery.PageSize, 0);
    private IReadOnlyList<TopicLink> _topics = [];
    private IReadOnlySet<CuratedResource> _selected = None;
    private TableQuestion _asked = new();
    private TableSort _sort = new(null, false, _ => Links.CurateResources);
    private string? _choice = BulkChoice.Confirm;
    private string? _reason;
    private string? _fault;
    private string? _done;
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
    public required IJSRuntime Script { get; set; }

    /// <summary>
    /// What came from the server stays until the rows are there again: a first rendering without them would show an empty table.
    /// </summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        _topics = await Resources.TopicsAsync(_gone.Token);
        await LoadAsync(Asked);
        StateHasChanged();
    }

    /// <returns>Whether the rows are those of this question: while they were read, another may have been asked.</returns>
    private async Task<bool> LoadAsync(TableQuestion asked)
    {
        _asked = asked;
        var page = await Resources.RunAsync(asked.Filter, asked.Page, CuratedResourcesQuery.PageSize, _gone.Token);
        if (_asked != asked)
        {
            return false;
        }

        _page = page;
        _sort = new TableSort(asked.Sort, asked.Descending, by => asked.SortedBy(by).Address);
        return true;
    }

    private async Task AskAsync(TableQuestion asked)
    {
        (_selected, _done) = (None, null);
        if (await LoadAsync(asked))
        {
            // The address is the state: a reload, a link to a colleague and the way back from a row show the same rows.
            await Script.InvokeVoidAsync("history.replaceState", _gone.Token, null, "", asked.Address);
        }
    }

    private async Task ApplyAsync()
    {
        (_busy, _fault, _done) = (true, null, null);
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
                (_done, _selected, _reason) = (BulkActs.Words(done.Value), None, null);
                await LoadAsync(_asked);
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
