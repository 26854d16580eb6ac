using System.Globalization;

using LlmGuide.Core.Leaderboards.Edits;
using LlmGuide.Core.Members;
using LlmGuide.Web.Islands.Tables.Bulk;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Leaderboards.Edits.Lists;

/// <summary>What can be done with several results of a benchmark, with all of them or with none.</summary>
/// <param name="remove">Takes them out, or brings them back.</param>
/// <param name="benchmark">Its slug.</param>
public sealed class ResultBulk(RemoveResults remove, string benchmark)
    : BulkActs(Links.CurateResultsBulk(benchmark), Links.CurateResults(benchmark), "result")
{
    private const string Remove = "remove";
    private const string Restore = "restore";

    public override Task<IReadOnlyList<BulkChoice>> ChoicesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BulkChoice>>([new(Remove, "Remove from the leaderboard"), new(Restore, "Restore")]);

    public override async Task<BulkOutcome> RunAsync(
        Actor actor, IReadOnlyList<string> rows, string? choice, string? reason, CancellationToken cancellationToken)
    {
        if (choice is not (Remove or Restore))
        {
            return new BulkOutcome(0, rows, Unknown);
        }

        var done = await remove.RunAsync(actor, [.. rows.Select(Id).OfType<int>()], choice == Remove, reason, cancellationToken);
        return done.Refusal is { } refusal ? new BulkOutcome(0, rows, refusal) : new BulkOutcome(done.Value, [], null);
    }

    private static int? Id(string row) =>
        int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
