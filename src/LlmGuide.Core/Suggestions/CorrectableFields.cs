using LlmGuide.Core.Data;

namespace LlmGuide.Core.Suggestions;

/// <summary>A field that any member can propose another text for.</summary>
/// <param name="Small">Whether two people who propose the same apply it.</param>
public sealed record CorrectableField(string Name, FieldShape Shape, bool Small = false)
{
    /// <summary>Whether the subject has several of them, and a suggestion says which: the reasons for its places, its scores.</summary>
    public bool IsOneOfMany => Name is CorrectableFields.Why or CorrectableFields.Score;

    /// <summary>Whether the subject may do without it.</summary>
    public bool MayBeEmpty =>
        Name is "venue" or "year" or "alsoKnownAs" or "date" or "setting" or "benchmarkVersion" or "paperUrl" or "codeUrl" or "note";
}

/// <summary>What a field holds.</summary>
public enum FieldShape
{
    Line,
    Number,

    /// <summary>Names, one on each line.</summary>
    Names,

    /// <summary>Markdown.</summary>
    Text,
}

/// <summary>The fields of each kind of subject that can be corrected.</summary>
public static class CorrectableFields
{
    /// <summary>The reason for a resource's place in a topic; which topic, the suggestion says.</summary>
    public const string Why = "why";

    /// <summary>A score of a result; of which metric, the suggestion says.</summary>
    public const string Score = "score";

    /// <summary>Where a work is read.</summary>
    public const string Url = "url";

    /// <summary>Who measured a result.</summary>
    public const string MeasuredBy = "measuredBy";

    private static readonly CorrectableField[] OfResource =
    [
        new("title", FieldShape.Line, Small: true),
        new("authors", FieldShape.Names, Small: true),
        new("year", FieldShape.Number, Small: true),
        new("venue", FieldShape.Line),
        new(Url, FieldShape.Line),
        new("alsoKnownAs", FieldShape.Line),
        new("minutes", FieldShape.Number),
        new("summary", FieldShape.Text),
        new(Why, FieldShape.Text),
    ];

    private static readonly CorrectableField[] OfTopic =
    [
        new("title", FieldShape.Line, Small: true),
        new("summary", FieldShape.Text),
        new("objective", FieldShape.Text),
        new("introduction", FieldShape.Text),
    ];

    private static readonly CorrectableField[] OfResult =
    [
        new(Score, FieldShape.Line),
        new("model", FieldShape.Line),
        new("date", FieldShape.Line),
        new("setting", FieldShape.Line),
        new("benchmarkVersion", FieldShape.Line),
        new(MeasuredBy, FieldShape.Line),
        new("sourceUrl", FieldShape.Line),
        new("paperUrl", FieldShape.Line),
        new("codeUrl", FieldShape.Line),
        new("note", FieldShape.Line),
    ];

    public static IReadOnlyList<CorrectableField> Of(LogKind kind) => kind switch
    {
        LogKind.Resource => OfResource,
        LogKind.Topic => OfTopic,
        LogKind.Result => OfResult,
        _ => [],
    };

    /// <returns><c>null</c> for what cannot be corrected.</returns>
    public static CorrectableField? Find(LogKind kind, string? name) => Of(kind).FirstOrDefault(field => field.Name == name);
}
