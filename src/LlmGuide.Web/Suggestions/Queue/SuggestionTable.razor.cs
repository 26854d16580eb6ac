using LlmGuide.Core;
using LlmGuide.Core.Members;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Decisions;
using LlmGuide.Web.Islands.Tables;
using LlmGuide.Web.Islands.Tables.Bulk;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Suggestions.Queue;

/// <summary>What waits for a curator, oldest first. Each is looked at on its own page.</summary>
public sealed partial class SuggestionTable
{
    private const string Kind = "kind";
    private const string Whose = "whose";
    private const string Sent = "sent";
    private const int LongestExcerpt = 200;

    /// <summary>What the address can have.</summary>
    internal static readonly IReadOnlyList<string> Keys = [Kind, Whose];

    private static readonly IReadOnlyList<TableFilter> Known =
    [
        TableFilter.Of<SuggestionKind>(Kind, "Kind", SuggestionLabels.Of),
        new(Whose, "Claimed by", [(QueueOwner.Nobody.ToSlug(), "Nobody"), (QueueOwner.Mine.ToSlug(), "You")], "Anybody"),
    ];

    private string? _wait;

    [Inject]
    public required SuggestionQueueQuery Queue { get; set; }

    [Inject]
    public required SuggestionBulk Bulk { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    protected internal override BulkActs Acts => Bulk;

    protected override Task<IReadOnlyList<TableFilter>> FiltersAsync(CancellationToken cancellationToken) => Task.FromResult(Known);

    protected override async Task<Page<SuggestionFacts>> FindAsync(TableQuestion asked, CancellationToken cancellationToken)
    {
        if (await Visitor.FindAsync(cancellationToken) is not { } reader || !reader.May(Permission.DecideSuggestions))
        {
            return Rows;
        }

        var queue = await Queue.RunAsync(
            reader,
            new QueueFilter(
                Names.Parse<SuggestionKind>(asked[Kind]), Names.Parse<QueueOwner>(asked[Whose]) ?? QueueOwner.Anybody,
                asked[TableQuestion.TextKey], asked.Descending),
            asked.Page, cancellationToken);
        _wait = queue.Oldest is { } oldest ? $"The oldest has been pending for {SuggestionLabels.Long(queue.Now - oldest)}"
            + $"{(queue.UsualWait is { } usual ? $"; usual is {SuggestionLabels.Long(usual)}" : "")}." : null;
        return queue.Rows;
    }

    protected internal override string ValueOf(SuggestionFacts row) => SuggestionBulk.Row(row);

    /// <summary>What is to be looked at before deciding.</summary>
    private static string? Note(SuggestionFacts suggestion) => suggestion.About?.Fate switch
    {
        SubjectStatus.Removed => "Removed since",
        SubjectStatus.Changed => "Changed since",
        _ when suggestion.Alike.Any(alike => alike.Slug is not null) => "Possible duplicate",
        _ when suggestion.Alike.Count > 0 => "Similar",
        _ => null,
    };

    private static string Says(SuggestionFacts suggestion) => Labels.Excerpt(
        suggestion.Value.Length > 0 && suggestion.Kind is not (SuggestionKind.Resource or SuggestionKind.Update)
            ? suggestion.Value : suggestion.Why,
        LongestExcerpt);
}
