using System.Globalization;
using System.Security.Cryptography;
using System.Text;

using LlmGuide.Core.Data;

namespace LlmGuide.Core.Suggestions;

/// <summary>What is proposed, checked, with what it is about as that is now.</summary>
/// <param name="Value">See <see cref="Suggestion.Value"/>.</param>
/// <param name="Why">See <see cref="Suggestion.Why"/>.</param>
internal sealed record Proposal(SuggestionKind Kind, string Value, string Why)
{
    public LogKind? SubjectKind { get; init; }

    public int? SubjectId { get; init; }

    public string? SubjectKey { get; init; }

    /// <summary>The subject's title; of something new its own.</summary>
    public string Title { get; init; } = "";

    public int SubjectVersion { get; init; }

    public string? Field { get; init; }

    public string? Topic { get; init; }

    public string? Was { get; init; }

    public string? UrlKey { get; init; }

    /// <summary>See <see cref="Suggestion.DraftField"/>.</summary>
    public DraftField? DraftField => (Kind, SubjectKind) switch
    {
        (SuggestionKind.BetterLink, _) => new DraftField(CorrectableFields.Find(LogKind.Resource, CorrectableFields.Url)!),
        (SuggestionKind.Correction, { } kind) when CorrectableFields.Find(kind, Field) is { } known => new DraftField(known, Topic),
        _ => null,
    };

    /// <returns>What a suggestion proposes.</returns>
    public static Proposal Of(Suggestion made) => new(made.Kind, made.Value, made.Why)
    {
        SubjectKind = made.SubjectKind,
        SubjectId = made.SubjectId,
        SubjectKey = made.SubjectKey,
        Title = made.SubjectTitle,
        SubjectVersion = made.SubjectVersion,
        Field = made.Field,
        Topic = made.Topic,
        Was = made.Was,
        UrlKey = made.UrlKey,
    };

    /// <summary>
    /// Equal for two proposals of the same: for a new work its address, for a correction the field and what it is to say.
    /// </summary>
    public string Key
    {
        get
        {
            var said = Kind is SuggestionKind.DeadLink or SuggestionKind.Update ? "" : UrlKey ?? Value;
            var subject = SubjectId?.ToString(CultureInfo.InvariantCulture) ?? SubjectKey;
            return Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}|{SubjectKind}|{subject}|{Field}|{Topic}|{said}")));
        }
    }
}
