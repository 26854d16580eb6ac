using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Learning.Notes;

/// <summary>What members keep for themselves.</summary>
internal static class NotesRoom
{
    public static IServiceCollection AddNotes(this IServiceCollection services) => services
        .AddSingleton<SaveNote>()
        .AddSingleton<SetBookmark>()
        .AddSingleton<OwnAnnotationQuery>()
        .AddSingleton<OwnNotesQuery>()
        .AddSingleton<OwnBookmarksQuery>();
}
