using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Leaderboards.Metrics;
using LlmGuide.Core.Learning.Notes;
using LlmGuide.Core.Releases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Maintenance;

/// <summary>
/// Renders again what an older pipeline has rendered (<see cref="Prose.Version"/>), wherever a text is kept: so that what the
/// allow-list does not let through any more is shown no more. The sources stay as they are, and nothing is logged: nobody changed anything.
/// </summary>
public sealed class RerenderProse(
    IDbContextFactory<GuideDb> databases, Writing writing, IMarkdown markdown, CommentText comments)
{
    private readonly OlderTexts _older = new(databases, writing, markdown.Version);

    /// <summary>Whether an older program has rendered any text that is here: then it may have let in more than this one does.</summary>
    public Task<bool> IsDueAsync(CancellationToken cancellationToken) => _older.AreThereAsync(cancellationToken);

    /// <param name="report">Told after each transaction how many there are so far.</param>
    /// <param name="cancellationToken">Ends it; what is saved stays, and the rest is done next time.</param>
    public async Task<RenderedAgain> RunAsync(Action<RenderedAgain> report, CancellationToken cancellationToken)
    {
        var run = new Run(report);
        await TextsAsync<Topic>(nameof(Topic.Introduction), TextAsync, run, cancellationToken);
        await TextsAsync<Resource>(nameof(Resource.Summary), LineAsync, run, cancellationToken);
        await TextsAsync<Placement>(nameof(Placement.Why), LineAsync, run, cancellationToken);
        await TextsAsync<Metric>(nameof(Metric.Formula), LineAsync, run, cancellationToken);
        await TextsAsync<Release>(nameof(Release.Notes), TextAsync, run, cancellationToken);
        await TextsAsync<Annotation>(nameof(Annotation.Note), TextAsync, run, cancellationToken);
        await TextsAsync<Comment>(nameof(Comment.Body), CommentAsync, run, cancellationToken);
        await TextsAsync<CommentRevision>(nameof(CommentRevision.Body), CommentAsync, run, cancellationToken);
        await ListsOfTopicsAsync(run, cancellationToken);
        return run.Sum;
    }

    private Task<string?> TextAsync(string source, CancellationToken cancellationToken) =>
        HtmlOfAsync(source, markdown.RenderAsync, cancellationToken);

    private Task<string?> LineAsync(string source, CancellationToken cancellationToken) =>
        HtmlOfAsync(source, markdown.RenderLineAsync, cancellationToken);

    private async Task<string?> CommentAsync(string source, CancellationToken cancellationToken) =>
        (await comments.RenderAsync(source, cancellationToken)).Value?.Body.Html;

    /// <returns><c>null</c> for what the new pipeline refuses.</returns>
    private static async Task<string?> HtmlOfAsync(
        string source, Func<string, CancellationToken, Task<Prose>> render, CancellationToken cancellationToken)
    {
        try
        {
            return (await render(source, cancellationToken)).Html;
        }
        catch (MarkdownException)
        {
            return null;
        }
    }

    /// <summary>
    /// Past the filters and the change tracker: what was removed can come back, and one statement a text says "unless it was written anew".
    /// </summary>
    private async Task TextsAsync<T>(
        string property, Func<string, CancellationToken, Task<string?>> render, Run run, CancellationToken cancellationToken)
    {
        var last = 0;
        while (await _older.ReadAsync<T>(property, last, cancellationToken) is { Count: > 0 } older)
        {
            last = older[^1].Id;
            var rendered = new List<(OlderText Of, string Html)>();
            foreach (var text in older)
            {
                if (await render(text.Markdown, cancellationToken) is { } html)
                {
                    rendered.Add((text, html));
                }
            }

            if (rendered.Count > 0)
            {
                await _older.SaveAsync<T>(property, rendered, cancellationToken);
            }

            run.Add(rendered.Count, older.Count - rendered.Count);
        }
    }

    /// <summary>They are JSON, and there are as many as topics.</summary>
    private async Task ListsOfTopicsAsync(Run run, CancellationToken cancellationToken)
    {
        foreach (var topic in await TopicsAsync(cancellationToken))
        {
            var (done, refused) = (0, 0);
            var (concepts, checks) = (new List<Concept>(), new List<SelfCheck>());
            foreach (var concept in topic.Concepts)
            {
                concepts.Add(concept with { Definition = await AgainAsync(concept.Definition) });
            }

            foreach (var check in topic.Checks)
            {
                checks.Add(await check.WithTextsAsync(AgainAsync));
            }

            if (done > 0)
            {
                await writing.RunAsync<int>(
                    async db => await db.Topics.IgnoreQueryFilters().Where(t => t.Id == topic.Id && t.Version == topic.Version)
                        .ExecuteUpdateAsync(set => set.SetProperty<IReadOnlyList<Concept>>(t => t.Concepts, concepts)
                            .SetProperty<IReadOnlyList<SelfCheck>>(t => t.Checks, checks), cancellationToken),
                    _ => [PageTags.Catalogue, PageTags.Changes],
                    cancellationToken);
            }

            run.Add(done, refused);

            async Task<Prose> AgainAsync(Prose line)
            {
                if (line.Version >= markdown.Version || line.Markdown.Length == 0)
                {
                    return line;
                }

                var html = await LineAsync(line.Markdown, cancellationToken);
                (done, refused) = html is null ? (done, refused + 1) : (done + 1, refused);
                return html is null ? line : new Prose(line.Markdown, html, markdown.Version);
            }
        }
    }

    private async Task<List<Lists>> TopicsAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Topics.IgnoreQueryFilters().AsNoTracking().OrderBy(t => t.Id)
            .Select(t => new Lists(t.Id, t.Version, t.Concepts, t.Checks)).ToListAsync(cancellationToken);
    }

    private sealed record Lists(int Id, int Version, IReadOnlyList<Concept> Concepts, IReadOnlyList<SelfCheck> Checks);

    private sealed class Run(Action<RenderedAgain> report)
    {
        public RenderedAgain Sum { get; private set; } = new(0, 0);

        public void Add(int texts, int refused)
        {
            if (texts + refused > 0)
            {
                Sum = new RenderedAgain(Sum.Texts + texts, Sum.Refused + refused);
                report(Sum);
            }
        }
    }
}

/// <param name="Texts">How many have new HTML.</param>
/// <param name="Refused">How many the new pipeline refuses; they stay as they are until somebody mends them.</param>
public sealed record RenderedAgain(int Texts, int Refused);
