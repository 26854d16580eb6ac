using LlmGuide.Core.Interchange.Lists;
using LlmGuide.Core.Interchange.Seed.Updating;
using LlmGuide.Core.Interchange.Sota;

namespace LlmGuide.Web.Interchange.Imports.Requests;

/// <summary>Who does what was asked for.</summary>
/// <param name="content">The folder of the content that came with the program.</param>
internal sealed class ImportRequests(ImportSota boards, ImportList lists, UpdateSeed seed, string content)
{
    public ImportRequest From(ImportOrder order) => order.Kind switch
    {
        ImportKind.Boards => new BoardRequest(boards, order.Source, order.DryRun),
        ImportKind.List => new ListRequest(lists, order.Into, order.Name ?? "a pasted list", order.DryRun),
        ImportKind.Seed => new SeedRequest(seed, content, order.Older, order.DryRun),
        _ => throw new InvalidOperationException($"Nobody does {order.Kind}."),
    };
}
