using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Suggestions;

namespace LlmGuide.Web.Suggestions;

/// <summary>What the form of a suggestion sends, as text; its names are those of <see cref="SuggestionDraft"/>.</summary>
public sealed class SuggestedFields
{
    /// <summary>Between a field and the topic whose reason it is.</summary>
    private const char Of = '|';

    public string? Kind { get; set; }

    public string? Resource { get; set; }

    public string? Topic { get; set; }

    public string? Benchmark { get; set; }

    public string? Result { get; set; }

    /// <summary>A field, or <c>why|topic</c>, or <c>score|metric</c>.</summary>
    public string? Field { get; set; }

    public string? Value { get; set; }

    public string? Why { get; set; }

    public string? Url { get; set; }

    public string? Title { get; set; }

    public string? WorkKind { get; set; }

    public string? Authors { get; set; }

    public string? Year { get; set; }

    public string? Venue { get; set; }

    public string? Minutes { get; set; }

    public string? Level { get; set; }

    public string? Comment { get; set; }

    internal SuggestionKind SuggestionKind => Names.Parse<SuggestionKind>(Kind) ?? SuggestionKind.Resource;

    internal SuggestionDraft Draft => new()
    {
        Kind = SuggestionKind,
        Resource = Resource,
        Topic = Field?.Split(Of, 2) is [_, var topic] ? topic : Topic,
        Benchmark = Benchmark,
        Result = Result,
        Field = Field?.Split(Of)[0],
        Value = Value,
        Why = Why,
        Url = Url,
        Title = Title,
        WorkKind = Names.Parse<ResourceKind>(WorkKind),
        Authors = Authors,
        Year = Year,
        Venue = Venue,
        Minutes = Minutes,
        Level = Names.Parse<ResourceLevel>(Level),
        CommentId = int.TryParse(Comment, NumberStyles.None, CultureInfo.InvariantCulture, out var comment) ? comment : null,
    };

    internal static SuggestedFields From(SuggestionDraft draft) => new()
    {
        Kind = draft.Kind.ToSlug(),
        Resource = draft.Resource,
        Topic = draft.Topic,
        Benchmark = draft.Benchmark,
        Result = draft.Result,
        Field = FieldOf(draft.Field, draft.Topic),
        Value = draft.Value,
        Why = draft.Why,
        Url = draft.Url,
        Title = draft.Title,
        WorkKind = draft.WorkKind is { } kind ? kind.ToSlug() : null,
        Authors = draft.Authors,
        Year = draft.Year,
        Venue = draft.Venue,
        Minutes = draft.Minutes,
        Level = draft.Level is { } level ? level.ToSlug() : null,
        Comment = draft.CommentId?.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>As the choice of fields names it.</summary>
    internal static string? FieldOf(string? field, string? topic) =>
        field is CorrectableFields.Why or CorrectableFields.Score ? $"{field}{Of}{topic}" : field;
}
