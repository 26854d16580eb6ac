using LlmGuide.Core.Data;
using LlmGuide.Core.Learning.Notes;
using LlmGuide.Core.Search.Language;
using LlmGuide.Core.Search.Ranking;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Search.Running;

/// <summary>
/// The notes of whoever searches. They are in no index, where a mistake could show them to others: one member's are few enough to be read.
/// </summary>
internal static class OwnNotes
{
    private const int Looked = 2_000;

    /// <param name="reader">A member's id.</param>
    /// <returns>Those that the tree asks for, the newest first.</returns>
    public static async Task<IReadOnlyList<FoundNote>> FindAsync(
        GuideDb db, SearchNode root, int reader, CancellationToken cancellationToken)
    {
        var notes = await db.Annotations.AsNoTracking().Where(a => a.MemberId == reader && a.NotedAt != null)
            .OrderByDescending(a => a.NotedAt).ThenByDescending(a => a.Id).Take(Looked)
            .Select(a => new FoundNote(
                a.TopicId != null ? SearchType.Topic : a.ResourceId != null ? SearchType.Resource
                    : a.TaskId != null ? SearchType.Task : SearchType.Benchmark,
                a.TopicId != null ? a.Topic!.Slug : a.ResourceId != null ? a.Resource!.Slug
                    : a.TaskId != null ? a.Task!.Slug : a.Benchmark!.Slug,
                a.TopicId != null ? a.Topic!.Title : a.ResourceId != null ? a.Resource!.Title
                    : a.TaskId != null ? a.Task!.Name : a.Benchmark!.Name,
                a.Note.Markdown, a.NotedAt!.Value))
            .ToListAsync(cancellationToken);
        return [.. notes.Where(note => Has(root, note, FoldedWords.Of(note.Markdown)))];
    }

    private static bool Has(SearchNode node, FoundNote note, IReadOnlyList<string> words) => node switch
    {
        SearchTerm term => new WantedWords([term]).In(words)[0] > 0
            && (term.Sign is not { } sign || note.Markdown.Contains(sign, StringComparison.OrdinalIgnoreCase)),
        SearchAll all => all.Parts.All(part => Has(part, note, words)),
        SearchAny any => any.Parts.Any(part => Has(part, note, words)),
        SearchNot not => !Has(not.Part, note, words),
        SearchFilter { Field: SearchField.Type } filter => Names.Is(filter.Value, SearchType.Note),
        SearchFilter { Field: SearchField.Topic } filter => note.On == SearchType.Topic && note.Slug == filter.Value,
        SearchFilter { Field: SearchField.Year } filter =>
            SearchFields.Years(filter.Value) is { } years && note.NotedAt.Year >= years.From && note.NotedAt.Year <= years.To,
        _ => false,
    };
}

/// <param name="On">What it is about.</param>
/// <param name="Slug">Of that.</param>
/// <param name="Title">Of that.</param>
internal sealed record FoundNote(SearchType On, string Slug, string Title, string Markdown, DateTimeOffset NotedAt);
