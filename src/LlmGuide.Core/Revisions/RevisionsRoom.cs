using LlmGuide.Core.Revisions.History;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Revisions;

/// <summary>What every edit shares.</summary>
internal static class RevisionsRoom
{
    public static IServiceCollection AddRevisions(this IServiceCollection services) => services
        .AddSingleton<ChangesQuery>()
        .AddSingleton<ChangeApiQuery>()
        .AddSingleton<Editing>()
        .AddSingleton<DraftQuery>()
        .AddSingleton<HistoryQuery>()
        .AddSingleton<RevisionQuery>()
        .AddSingleton<RevertSubject>()
        .AddSingleton<RemovedSubjectQuery>();

    /// <summary>Makes a kind of subject known to those who want it in particular, and to the history of all.</summary>
    public static IServiceCollection AddSubject<T>(this IServiceCollection services)
        where T : class, IEditableKind => services.AddSingleton<T>().AddSingleton<IEditableKind>(given => given.GetRequiredService<T>());
}
