using LlmGuide.Core.Interchange.Lists;
using LlmGuide.Core.Interchange.Seed.Updating;
using LlmGuide.Core.Interchange.Sota;
using LlmGuide.Web.Settings;

namespace LlmGuide.Web.Interchange.Imports;

/// <summary>Who does what was asked for.</summary>
internal sealed class ImportRequests(ImportSota boards, ImportList lists, UpdateSeed seed)
{
    public ImportRequest From(ImportOrder order) => order.Kind switch
    {
        ImportKind.Boards => new BoardRequest(boards, order.Source, order.DryRun),
        ImportKind.List => new ListRequest(lists, order.Into, order.Name ?? "a pasted list", order.DryRun),
        ImportKind.Seed => new SeedRequest(seed, GuideFolders.Seed, order.Older, order.DryRun),
        _ => throw new InvalidOperationException($"Nobody does {order.Kind}."),
    };
}
