using System.Collections.Frozen;

using LlmGuide.Core;
using LlmGuide.Web.Islands.Tables.Bulk;

using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LlmGuide.Web.Islands.Tables;

/// <summary>
/// An island that holds a table for work: which rows are asked for, which are selected, and what is done with them. What it looks like is
/// <see cref="WorkTable{TRow}"/>. The circuit may outlive the sign-in: who acts is asked anew before each act.
/// </summary>
public abstract class LiveTable<TRow> : ComponentBase, IDisposable
    where TRow : class
{
    /// <summary>Rows on a page, of every table.</summary>
    public const int PageSize = 50;

    private static readonly IReadOnlySet<TRow> None = FrozenSet<TRow>.Empty;

    private readonly CancellationTokenSource _gone = new();
    private bool _disposed;

    [Parameter, EditorRequired]
    public required TableQuestion Asked { get; set; }

    [Inject]
    public required CircuitActor Visitor { get; set; }

    [Inject]
    public required IJSRuntime Script { get; set; }

    /// <summary>What is asked for now, without what no filter knows.</summary>
    internal TableQuestion Question { get; private set; } = new("/", FrozenDictionary<string, string>.Empty);

    internal Page<TRow> Rows { get; private set; } = new([], 1, PageSize, 0);

    internal TableSort Sort { get; private set; } = new(null, false, by => by);

    internal IReadOnlyList<TableFilter> Filters { get; private set; } = [];

    internal IReadOnlyList<BulkChoice> Choices { get; private set; } = [];

    internal IReadOnlySet<TRow> Selected { get; set; } = None;

    internal string? Choice { get; set; }

    internal string? Reason { get; set; }

    internal string? Fault { get; private set; }

    internal string? Done { get; private set; }

    internal bool Busy { get; private set; }

    /// <summary>What can be done with several rows; <c>null</c> where each is decided by itself.</summary>
    protected internal virtual BulkActs? Acts => null;

    /// <summary>The filters, which may have to be looked up.</summary>
    protected abstract Task<IReadOnlyList<TableFilter>> FiltersAsync(CancellationToken cancellationToken);

    protected abstract Task<Page<TRow>> FindAsync(TableQuestion asked, CancellationToken cancellationToken);

    /// <summary>What a row is selected by, in the form around the table.</summary>
    protected internal virtual string ValueOf(TRow row) => "";

    /// <summary>
    /// What came from the server stays until the rows are there again: a first rendering without them would show an empty table.
    /// </summary>
    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        Filters = await FiltersAsync(_gone.Token);
        Choices = Acts is { } acts ? await acts.ChoicesAsync(_gone.Token) : [];
        Choice = Choices is [var first, ..] ? first.Value : null;
        await LoadAsync(Asked.Only(Filters));
        StateHasChanged();
    }

    internal async Task AskAsync(TableQuestion asked)
    {
        (Selected, Done) = (None, null);
        if (await LoadAsync(asked))
        {
            // The address is the state: a reload, a link to a colleague and the way back from a row show the same rows.
            await Script.InvokeVoidAsync("history.replaceState", _gone.Token, null, "", asked.Address());
        }
    }

    internal async Task ApplyAsync()
    {
        if (Acts is not { } acts)
        {
            return;
        }

        (Busy, Fault, Done) = (true, null, null);
        try
        {
            if (await Visitor.FindAsync(_gone.Token) is not { } actor)
            {
                Fault = "You are signed out. Sign in in another tab, then press the button again.";
                return;
            }

            var rows = Selected.ToList();
            var outcome = await acts.RunAsync(actor, [.. rows.Select(ValueOf)], Choice, Reason, _gone.Token);
            (Fault, Done) = (outcome.Why, outcome.Done > 0 ? acts.Words(outcome.Done) : null);
            if (outcome.Done > 0)
            {
                Filters = await FiltersAsync(_gone.Token);
                await LoadAsync(Question);
                Selected = None;
                Reason = outcome.Why is null ? null : Reason;
            }
        }
        finally
        {
            Busy = false;
        }
    }

    /// <returns>Whether the rows are those of this question: while they were read, another may have been asked.</returns>
    private async Task<bool> LoadAsync(TableQuestion asked)
    {
        Question = asked;
        var rows = await FindAsync(asked, _gone.Token);
        if (!ReferenceEquals(Question, asked))
        {
            return false;
        }

        Rows = rows;
        Sort = new TableSort(asked.Sort, asked.Descending, by => asked.SortedBy(by).Address());
        return true;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _gone.Cancel();
            _gone.Dispose();
        }
    }
}
