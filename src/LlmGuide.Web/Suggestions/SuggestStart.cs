using LlmGuide.Core;
using LlmGuide.Core.Suggestions;

namespace LlmGuide.Web.Suggestions;

/// <summary>How the form for a suggestion begins: with what a link to it, or the form for the address, says.</summary>
internal sealed class SuggestStart(HttpRequest request)
{
    /// <summary>The name of the form that asks for the link.</summary>
    public const string Look = "look";

    /// <summary>Whether somebody came by a link, and sent nothing yet.</summary>
    public bool IsOpened { get; } = !HttpMethods.IsPost(request.Method);

    /// <summary>Whether the link was sent to be looked up.</summary>
    public bool Looks { get; } = HttpMethods.IsPost(request.Method) && request.Form["_handler"] == Look;

    /// <summary>Whether the suggestion itself was sent.</summary>
    public bool IsSent => !IsOpened && !Looks;

    public SuggestedFields Fields => new()
    {
        Kind = Given("kind"),
        Resource = Given("resource"),
        Topic = Given("topic"),
        Benchmark = Given("benchmark"),
        Result = Given("result"),
        Field = Given("field"),
        Url = Given("url"),
        Title = Given("title"),
        Comment = Given("comment"),
    };

    /// <param name="kinds">What can be suggested about it; at least one.</param>
    public string KindAmong(IReadOnlyList<SuggestionKind> kinds, SuggestionKind asked) => (
        Given("kind") is not null && kinds.Contains(asked) ? asked
        // What a comment is about is most often wrong, not missing.
        : Given("comment") is not null && kinds.Contains(SuggestionKind.Correction) ? SuggestionKind.Correction
        : kinds[0]).ToSlug();

    private string? Given(string key) => (Looks ? request.Form[key] : request.Query[key]).ToString() is { Length: > 0 } text ? text : null;
}
