using System.Globalization;

using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Suggestions.Making;

namespace LlmGuide.Core.Suggestions;

/// <summary>Makes a proposal of what somebody typed, or says which field is wrong and why.</summary>
public sealed class SuggestionRules(ResourceRules resources, SuggestionSubjects subjects)
{
    /// <summary>How long a reason may be, in characters.</summary>
    public const int LongestWhy = 1_000;

    /// <summary>How long the text of a field may be, in characters.</summary>
    public const int LongestText = 20_000;

    /// <returns>What it is about; <c>null</c> for something new.</returns>
    public static (LogKind Kind, string Key)? SubjectOf(SuggestionDraft typed) => typed switch
    {
        { Kind: SuggestionKind.Resource } => null,
        { Kind: SuggestionKind.Result } => (LogKind.Benchmark, typed.Benchmark ?? ""),
        { Kind: SuggestionKind.Prerequisite } => (LogKind.Topic, typed.Topic ?? ""),
        { Result: { Length: > 0 } number } => (LogKind.Result, number),
        { Resource: { Length: > 0 } slug } => (LogKind.Resource, slug),
        _ => (LogKind.Topic, typed.Topic ?? ""),
    };

    /// <param name="typed">As it was sent.</param>
    internal async Task<Outcome<Proposal>> ReadAsync(SuggestionDraft typed, CancellationToken cancellationToken) =>
        !Enum.IsDefined(typed.Kind) || typed.Kind == SuggestionKind.Update ? Refusal.Rule("Choose what you suggest.", nameof(typed.Kind))
        : typed.Kind == SuggestionKind.Resource ? await NewWork.ReadAsync(typed, resources, cancellationToken)
        : Read(typed,
            SubjectOf(typed) is { Key.Length: > 0 } about ? await subjects.FindAsync(about.Kind, about.Key, cancellationToken) : null);

    private static Outcome<Proposal> Read(SuggestionDraft typed, SubjectState? about)
    {
        if (about is null || SuggestionSubjects.IsRemoved(about.Json))
        {
            return Refusal.Rule("What this is about is no longer in the guide.");
        }

        var why = NewWork.OneLine(typed.Why);
        var tooLong = why.Length > LongestWhy ? Refusal.Rule(
            $"At most {LongestWhy.ToString("N0", CultureInfo.InvariantCulture)} characters, please.", nameof(typed.Why)) : null;
        var read = typed.Kind switch
        {
            SuggestionKind.Correction => Correction(typed, about, why),
            SuggestionKind.DeadLink => new Proposal(typed.Kind, "", why),
            SuggestionKind.BetterLink => BetterLink(typed, about, why),
            SuggestionKind.Prerequisite => Prerequisite(typed, about, why),
            _ => InWords(typed, why),
        };
        return Refusal.All(read.Refusal, tooLong) is { } wrong ? wrong
            : read.Value! with
            {
                SubjectKind = about.Subject.Kind,
                SubjectId = about.Id,
                SubjectKey = about.Subject.Key,
                SubjectVersion = about.Version,
                Title = about.Subject.Title,
            };
    }

    private static Outcome<Proposal> Correction(SuggestionDraft typed, SubjectState about, string why)
    {
        if (CorrectableFields.Find(about.Subject.Kind, typed.Field) is not { } field)
        {
            return Refusal.Rule("Choose what is wrong.", nameof(typed.Field));
        }

        var topic = field.IsOneOfMany ? typed.Topic ?? "" : null;
        if (new DraftField(field, topic).Read(about.Json) is not { } was)
        {
            return field.Name == CorrectableFields.Score
                ? Refusal.Rule("Choose the score that is wrong.", nameof(typed.Field))
                : Refusal.Rule($"It is not in “{topic}”.", nameof(typed.Topic));
        }

        return !FieldText.Read(typed.Value, field.Shape).TryGet(out var value, out var wrong) ? wrong
            : field.Name == CorrectableFields.Score && ScoreText.Read(value).Value is null
                ? Refusal.Rule(ScoreText.Read(value).Refusal ?? "Write the number, as its source has it.", nameof(typed.Value))
            : field.Name == CorrectableFields.MeasuredBy && Measurer.Parse(value) is null
                ? Refusal.Rule($"Write {Measurer.Forms}.", nameof(typed.Value))
            : value.Length == 0 && !field.MayBeEmpty ? Refusal.Rule("Write what it should say.", nameof(typed.Value))
            : value == was ? Refusal.Rule("That is what it says already.", nameof(typed.Value))
            : new Proposal(typed.Kind, value, why) { Field = field.Name, Topic = topic, Was = was };
    }

    private static Outcome<Proposal> BetterLink(SuggestionDraft typed, SubjectState about, string why)
    {
        var parsed = ResourceUrl.Parse(typed.Value);
        if (parsed.Value is not { } address)
        {
            return parsed.Refusal! with { Field = nameof(typed.Value) };
        }

        var was = DraftField.Parse(about.Json)[CorrectableFields.Url]?.ToString();
        return address.Key == ResourceUrl.KeyOf(was)
            ? Refusal.Rule("That is the current link.", nameof(typed.Value))
            : new Proposal(typed.Kind, address.Canonical, why) { Field = CorrectableFields.Url, Was = was, UrlKey = address.Key };
    }

    private static Outcome<Proposal> Prerequisite(SuggestionDraft typed, SubjectState about, string why)
    {
        var required = typed.Value?.Trim() ?? "";
        var wrong = Refusal.All(
            required.Length == 0 || required == about.Subject.Key
                ? Refusal.Rule("Choose the topic that is to be known first.", nameof(typed.Value))
                : PrerequisiteList.Has(about.Json, required) ? Refusal.Rule("The guide says that already.", nameof(typed.Value)) : null,
            why.Length == 0 ? Refusal.Rule("Say what from it is needed: readers see this.", nameof(typed.Why)) : null);
        return wrong is not null ? wrong : new Proposal(typed.Kind, required, why);
    }

    private static Outcome<Proposal> InWords(SuggestionDraft typed, string why) =>
        !FieldText.Read(typed.Value, FieldShape.Line).TryGet(out var value, out var wrong) ? wrong
        : value.Length == 0 ? Refusal.Rule("Say which number is wrong, and what it should be.", nameof(typed.Value))
        : new Proposal(typed.Kind, value, why);
}
