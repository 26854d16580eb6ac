using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Data.Storage;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Data;

/// <summary>How the database is reached.</summary>
internal static class DataRoom
{
    public static IServiceCollection AddData(this IServiceCollection services) => services
        .AddSingleton<Readiness>()
        .AddSingleton<SchemaTurn>()
        .AddSingleton<Writing>()
        .AddSingleton(typeof(Signal<>))
        .AddSingleton<CleanOldTexts>();
}
