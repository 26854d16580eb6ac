using LlmGuide.Core.Search;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Search;

internal static class Finding
{
    /// <summary>The first page of what a text finds.</summary>
    public static async Task<IReadOnlyList<TextMatch>> FindAsync(this GuideDatabase database, string text) =>
        [.. (await database.Get<SearchQuery>().RunAsync(new SearchRequest(text), 1, GuideDatabase.Cancelled)).Hits.Items
            .Select(hit => hit.Match)];
}
