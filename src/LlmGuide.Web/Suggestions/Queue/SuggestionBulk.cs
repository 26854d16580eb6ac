using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Members;
using LlmGuide.Core.Suggestions.Decisions;
using LlmGuide.Web.Islands.Tables.Bulk;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Suggestions.Queue;

/// <summary>
/// What a curator can do about several suggestions: about each by itself. A row is selected with the version of its subject that was seen,
/// so that what was changed meanwhile is looked at first.
/// </summary>
public sealed class SuggestionBulk(DecideSuggestion decide) : BulkActs(Links.CurateSuggestionsBulk, Links.Curate, "suggestion")
{
    private const char Separator = ':';

    public static string Row(SuggestionFacts suggestion) =>
        string.Create(CultureInfo.InvariantCulture, $"{suggestion.Id}{Separator}{suggestion.About?.Version}");

    public override Task<IReadOnlyList<BulkChoice>> ChoicesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BulkChoice>>(
        [
            new(SuggestionAct.Claim.ToSlug(), "Claim"),
            new(SuggestionAct.Release.ToSlug(), "Release"),
            new(SuggestionAct.Approve.ToSlug(), "Approve"),
            new(SuggestionAct.Reject.ToSlug(), "Decline"),
        ]);

    public override Task<BulkOutcome> RunAsync(
        Actor actor, IReadOnlyList<string> rows, string? choice, string? reason, CancellationToken cancellationToken) =>
        EachAsync(rows, async row =>
            Names.Parse<SuggestionAct>(choice) is not ({ } act and not SuggestionAct.Done) ? Unknown
            : row.Split(Separator) is [var id, var seen] && Number(id) is { } number
                ? (await decide.RunAsync(act, actor, number, new Approval(Number(seen), reason), cancellationToken)).Refusal
            : Refusal.NotThere());

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
