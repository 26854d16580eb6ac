using System.Collections.Frozen;

using LlmGuide.Core;
using LlmGuide.Web.Islands.Tables.Bulk;
using LlmGuide.Web.Shared.Faults;

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

    [Inject]
    internal DatabaseOutage Outage { get; set; } = null!;

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
    /// What came from the server stays until the rows are there again: a first rendering without them would show an empty table. Where the
    /// database gives none it stays for good, and its forms are sent as without a script.
    /// </summary>
    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        try
        {
            await StartAsync();
        }
        catch (Exception broken) when (RendererInfo.IsInteractive && Outage.Note(broken) is not null)
        {
            return;
        }

        StateHasChanged();
    }

    private async Task StartAsync()
    {
        Filters = await FiltersAsync(_gone.Token);
        Choices = Acts is { } acts ? await acts.ChoicesAsync(_gone.Token) : [];
        Choice = Choices is [var first, ..] ? first.Value : null;
        await LoadAsync(Asked.Only(Filters));
    }

    internal Task AskAsync(TableQuestion asked) => TryAsync(isWrite: false, async () =>
    {
        if (await LoadAsync(asked))
        {
            (Selected, Done) = (None, null);

            // The address is the state: a reload, a link to a colleague and the way back from a row show the same rows.
            await Script.InvokeVoidAsync("history.replaceState", _gone.Token, null, "", asked.Address());
        }
    });

    internal Task ApplyAsync() => Acts is not { } acts ? Task.CompletedTask : TryAsync(isWrite: true, async () =>
    {
        (Busy, Done) = (true, null);
        try
        {
            if (await Visitor.FindAsync(_gone.Token) is not { } actor)
            {
                Fault = "You are signed out. Sign in in another tab, then press the button again.";
                return;
            }

            var rows = Selected.ToList();
            var outcome = await acts.RunAsync(actor, [.. rows.Select(ValueOf)], Choice, Reason, _gone.Token);
            (Fault, Done) = (outcome.Wrong?.Why, outcome.Done > 0 ? acts.Words(outcome.Done) : null);
            if (outcome.Done > 0)
            {
                Filters = await FiltersAsync(_gone.Token);
                await LoadAsync(Question);
                Selected = None;
                Reason = outcome.Wrong is null ? null : Reason;
            }
        }
        finally
        {
            Busy = false;
        }
    });

    /// <summary>A fault of the database is said above the table; what was selected and typed stays, to be tried again.</summary>
    private async Task TryAsync(bool isWrite, Func<Task> act)
    {
        var before = Question;
        try
        {
            Fault = null;
            await act();
        }
        catch (Exception broken) when (Outage.Note(broken) is { } fault)
        {
            var answer = FaultAnswer.To(fault, isWrite);
            (Question, Fault) = (before, $"{answer.Title}. {answer.Words}");
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
