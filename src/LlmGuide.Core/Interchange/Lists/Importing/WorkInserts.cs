using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Throughput;
using LlmGuide.Core.Discussion.Conversations;

namespace LlmGuide.Core.Interchange.Lists.Importing;

/// <summary>Writes the new works of a list, each with its conversation and its place in a topic.</summary>
internal sealed class WorkInserts(GuideDb db)
{
    /// <summary>So many at a time; whoever waits is told after each.</summary>
    private const int AtOnce = 200;

    private readonly Dictionary<Resource, int> _ids = [];

    /// <param name="places">Of works that are new, in topics that are there; what a companion explains comes before it.</param>
    /// <param name="written">Gets how many are written.</param>
    public async Task RunAsync(IReadOnlyList<Placement> places, Action<int> written, CancellationToken cancellationToken)
    {
        foreach (var some in places.Chunk(AtOnce))
        {
            var works = some.Select(place => place.Resource).ToList();
            var conversations = await db.InsertAsync(
                [.. works.Select(work => work.Conversation)], new Dictionary<string, Func<Conversation, int?>>(), cancellationToken);
            var of = works.Zip(conversations).ToDictionary(pair => pair.First, pair => pair.Second);
            var ids = await db.InsertAsync(
                works,
                new Dictionary<string, Func<Resource, int?>>(StringComparer.Ordinal)
                {
                    [nameof(Resource.ConversationId)] = work => of[work],
                },
                cancellationToken);
            foreach (var (work, id) in works.Zip(ids))
            {
                _ids[work] = id;
            }

            await db.InsertAsync(some, Placed, cancellationToken);
            written(_ids.Count);
        }
    }

    private Dictionary<string, Func<Placement, int?>> Placed => new(StringComparer.Ordinal)
    {
        [nameof(Placement.TopicId)] = place => place.Topic.Id,
        [nameof(Placement.ResourceId)] = place => IdOf(place.Resource),
        [nameof(Placement.CompanionOfId)] = place => place.CompanionOf is { } explained ? IdOf(explained) : null,
    };

    private int IdOf(Resource work) => work.Id != 0 ? work.Id : _ids[work];
}
