using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Members;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Catalogue.Resources.Bulk;

/// <summary>Does what was chosen with what was selected, for the table with a script and the one without.</summary>
public sealed class BulkActs(ChangeResources change, ConfirmResources confirm)
{
    /// <returns>With how many it was done.</returns>
    public Task<Outcome<int>> RunAsync(
        Actor actor, IReadOnlyCollection<int> ids, string? choice, string? reason, CancellationToken cancellationToken) =>
        choice == BulkChoice.Confirm
            ? confirm.RunAsync(actor, ids, cancellationToken)
            : change.RunAsync(actor, ids, BulkChoice.Read(choice, reason), reason, cancellationToken);

    public static string Words(int done) => $"Done, with {Labels.Count(done, "resource")}.";
}
