using LlmGuide.Core;
using LlmGuide.Core.LinkChecks;
using LlmGuide.Core.Members;
using LlmGuide.Web.Islands.Tables.Bulk;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.LinkChecks;

/// <summary>What can be done with several links. A row is selected with what was seen of it: its address, and where it moved.</summary>
public sealed class LinkBulk(ConfirmLink confirm, ReplaceLink replace) : BulkActs(Links.CurateLinksBulk, Links.CurateLinks, "link")
{
    private const string Confirm = "confirm";
    private const string Follow = "follow";

    /// <summary>No address has one.</summary>
    private const char Separator = ' ';

    public override bool TakesReason => false;

    public static string Row(LinkRow link) => string.Join(Separator, link.Slug, link.Url, link.MovedTo);

    public override Task<IReadOnlyList<BulkChoice>> ChoicesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BulkChoice>>([new(Confirm, "Mark as working"), new(Follow, "Use the new address")]);

    public override Task<BulkOutcome> RunAsync(
        Actor actor, IReadOnlyList<string> rows, string? choice, string? reason, CancellationToken cancellationToken) =>
        EachAsync(rows, async row => (choice, row.Split(Separator)) switch
        {
            (Confirm, [var slug, ..]) => (await confirm.RunAsync(actor, slug, cancellationToken)).Refusal,
            (Follow, [var slug, var from, { Length: > 0 } to]) =>
                (await replace.RunAsync(actor, slug, from, to, cancellationToken)).Refusal,
            (Follow, _) => Refusal.Rule("Its server proposes no new address."),
            _ => Unknown,
        });
}
