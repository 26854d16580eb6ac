using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Leaderboards.Tasks;

namespace LlmGuide.Core.Interchange;

/// <summary>The whole public catalogue in one record, with the names that the JSON API uses.</summary>
public sealed class CatalogueExport(StageApiQuery stages, TopicApiQuery topics, ResourceApiQuery resources, TaskApiQuery tasks)
{
    public async Task<CatalogueResponse> RunAsync(CancellationToken cancellationToken) => new(
        await AllAsync((after, limit) => stages.BatchAsync(after, limit, cancellationToken)),
        await AllAsync((after, limit) => topics.BatchAsync(after, limit, cancellationToken)),
        await AllAsync((after, limit) => resources.BatchAsync(new ResourceFilter(), after, limit, cancellationToken)),
        await AllAsync((after, limit) => tasks.BatchAsync(after, limit, cancellationToken)));

    private static async Task<IReadOnlyList<T>> AllAsync<T>(Func<int, int, Task<Batch<T>>> batch)
    {
        var all = new List<T>();
        for (int? after = 0; after is { } key;)
        {
            var next = await batch(key, Cursor.MaxLimit);
            all.AddRange(next.Items);
            after = next.Next is null ? null : Cursor.Parse(next.Next);
        }

        return all;
    }
}

public sealed record CatalogueResponse(
    IReadOnlyList<StageResponse> Stages,
    IReadOnlyList<TopicResponse> Topics,
    IReadOnlyList<ResourceResponse> Resources,
    IReadOnlyList<TaskResponse> Tasks);
