using LlmGuide.Core.Interchange.Boards;
using LlmGuide.Core.Interchange.Citations;
using LlmGuide.Core.Interchange.Copies;
using LlmGuide.Core.Interchange.Imports;
using LlmGuide.Core.Interchange.Lists;
using LlmGuide.Core.Interchange.Lists.Importing;
using LlmGuide.Core.Interchange.Seed.Kept;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Interchange.Seed.Updating;
using LlmGuide.Core.Interchange.Sota;
using LlmGuide.Core.Interchange.Twins;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Interchange;

/// <summary>What comes in as files and goes out as files.</summary>
internal static class InterchangeRoom
{
    public static IServiceCollection AddInterchange(this IServiceCollection services) => services
        .AddSingleton<OwnDataQuery>()
        .AddSingleton<BoardCsv>()
        .AddSingleton<CitationQuery>()
        .AddSingleton<TopicTwin>()
        .AddSingleton<ResourceTwin>()
        .AddSingleton<TaskTwin>()
        .AddSingleton<BenchmarkTwin>()
        .AddSingleton<GuideTwin>()
        .AddSingleton<ImportSota>()
        .AddSingleton<ExportSota>()
        .AddSingleton<CatalogueExport>()
        .AddSingleton<ExportAwesome>()
        .AddSingleton<ContentStateQuery>()
        .AddSingleton<SiteCopy>()
        .AddSingleton<ImportRuns>()
        .AddSingleton<WriteList>()
        .AddSingleton<ImportList>()
        .AddSingleton<SeedDrafts>()
        .AddSingleton<ReadSeed>()
        .AddSingleton<ApplySeed>()
        .AddSingleton<UpdateSeed>()
        .AddSingleton<LastSeedQuery>()
        .AddSingleton<LoadSeed>();
}
