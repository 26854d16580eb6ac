using LlmGuide.Core;
using LlmGuide.Core.Members;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Islands.Tables.Bulk;

/// <summary>
/// What can be done with several rows of a table, for the table with a script and the one without. Whether somebody may is asked by the
/// commands that it runs.
/// </summary>
/// <param name="address">Where the form of the table is sent.</param>
/// <param name="noun">One of its rows.</param>
public abstract class BulkActs(string address, string table, string noun)
{
    public string Address => address;

    public string Table => table;

    public string Noun => noun;

    /// <summary>Whether a reason is asked for, which everybody can read.</summary>
    public virtual bool TakesReason => true;

    public abstract Task<IReadOnlyList<BulkChoice>> ChoicesAsync(CancellationToken cancellationToken);

    /// <param name="choice">One of the values.</param>
    /// <param name="reason">What was typed beside it.</param>
    public abstract Task<BulkOutcome> RunAsync(
        Actor actor, IReadOnlyList<string> rows, string? choice, string? reason, CancellationToken cancellationToken);

    public string Words(int done) => $"Done, with {Labels.Count(done, noun)}.";

    /// <summary>Does it with one row after the other: what refuses one says nothing about the others.</summary>
    protected static async Task<BulkOutcome> EachAsync(IReadOnlyList<string> rows, Func<string, Task<Refusal?>> act)
    {
        var left = new List<string>();
        var refusals = new List<Refusal>();
        foreach (var row in rows.Distinct(StringComparer.Ordinal).Take(MostRows))
        {
            if (await act(row) is { } refusal)
            {
                left.Add(row);
                refusals.Add(refusal);
            }
        }

        return rows.Count == 0 ? NothingSelected
            : new BulkOutcome(Math.Min(rows.Count, MostRows) - left.Count, left, refusals.Count == 0 ? null : Why(refusals));
    }

    /// <summary>Of more rows than a page has.</summary>
    protected const int MostRows = 200;

    protected static BulkOutcome NothingSelected => new(0, [], Refusal.Rule("Select at least one row."));

    protected static readonly Refusal Unknown = Refusal.Rule("Choose what to do.");

    /// <summary>Each sentence once, at the field that all of them are about.</summary>
    private static Refusal Why(List<Refusal> refusals)
    {
        var all = string.Join(' ', refusals.Select(refusal => refusal.Why).Distinct(StringComparer.Ordinal));
        return Refusal.Rule(
            refusals.Count == 1 ? all : $"{Labels.Count(refusals.Count, "row")} stayed as they were: {all}",
            refusals.DistinctBy(refusal => refusal.Field).Count() == 1 ? refusals[0].Field : null);
    }
}
