using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Edits;
using LlmGuide.Core.Leaderboards.Metrics;
using LlmGuide.Core.Leaderboards.Models;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Revisions;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Leaderboards;

/// <summary>Tasks, metrics, benchmarks and their results, read and edited.</summary>
internal static class LeaderboardsRoom
{
    public static IServiceCollection AddLeaderboards(this IServiceCollection services) => services
        .AddSingleton<TaskListQuery>()
        .AddSingleton<TaskPageQuery>()
        .AddSingleton<TaskApiQuery>()
        .AddSingleton<BoardQuery>()
        .AddSingleton<BenchmarkApiQuery>()
        .AddSingleton<MetricListQuery>()
        .AddSingleton<CuratedMetricsQuery>()
        .AddSingleton<BoardAddressesQuery>()
        .AddSubject<MetricSubject>()
        .AddSubject<TaskSubject>()
        .AddSubject<BenchmarkSubject>()
        .AddSubject<ResultSubject>()
        .AddSubject<ModelSubject>()
        .AddSingleton<ModelListQuery>()
        .AddSingleton<ModelPageQuery>()
        .AddSingleton<ModelApiQuery>()
        .AddSingleton<BoardChoicesQuery>()
        .AddSingleton<CuratedBoardsQuery>()
        .AddSingleton<RemovedBoardsQuery>()
        .AddSingleton<CuratedResultsQuery>()
        .AddSingleton<RemoveResults>()
        .AddSingleton<ResultFormQuery>();
}
