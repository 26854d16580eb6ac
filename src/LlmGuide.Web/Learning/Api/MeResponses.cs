namespace LlmGuide.Web.Learning.Api;

/// <param name="Scopes">What the token is for.</param>
/// <param name="Next">The slug of the next work to read; <c>null</c> when none is left.</param>
internal sealed record MeResponse(string Name, IReadOnlyList<string> Scopes, ProgressSum Progress, string? Next);

/// <param name="Done">How many essentials are read, skipped or known.</param>
/// <param name="Percent">Of the essentials alone.</param>
internal sealed record ProgressSum(int Done, int Essentials, int Percent, int TopicsDone, int Topics);

/// <param name="State">todo, reading, read or skipped.</param>
internal sealed record WantedState(string? State);

/// <param name="Resource">The slug of the work, as it is now.</param>
/// <param name="State">todo, reading, read or skipped.</param>
/// <param name="Since">When it was marked; <c>null</c> for one that never was.</param>
internal sealed record ProgressEntry(string Resource, string State, DateTimeOffset? Since);

/// <param name="Type">topic, resource, task or benchmark.</param>
/// <param name="Url">Where it is; <c>null</c> for what is no longer in the guide.</param>
/// <param name="Html">Safe HTML.</param>
internal sealed record NoteResponse(
    string Type, string Slug, string Title, string? Url, string Markdown, string Html, DateTimeOffset SavedAt);

/// <param name="Type">topic, resource, task or benchmark.</param>
/// <param name="Url">Where it is; <c>null</c> for what is no longer in the guide.</param>
internal sealed record BookmarkResponse(string Type, string Slug, string Title, string? Url, DateTimeOffset Since);
