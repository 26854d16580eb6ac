using System.Data.Common;

using LlmGuide.Core.Data;
using LlmGuide.Core.Search.Index;
using LlmGuide.Core.Search.Language;
using LlmGuide.Core.Search.Ranking;
using LlmGuide.Core.Search.Running;
using LlmGuide.Core.Text;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Search;

/// <summary>
/// What matches a text, best first: over topics, resources, tasks, benchmarks, metrics, models and comments. The page /search/help has the
/// language.
/// </summary>
public sealed class SearchQuery(IDbContextFactory<GuideDb> databases, ITextIndex index, Identified works, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>Further than that nobody reads, and no database looks.</summary>
    private const int LastHit = 10_000;

    private const string TooLong =
        "This search took too long and was stopped. Leave out what is very common, or ask for less at once.";

    /// <summary>So long a database may look, whatever is asked of it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Where fewer of the catalogue have all the words, others that have some of them may be what is looked for.</summary>
    private const int Enough = 5;

    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    public async Task<SearchView> RunAsync(SearchRequest request, long page, CancellationToken cancellationToken)
    {
        var asked = (int)Math.Clamp(page, 1, LastHit / PageSize);
        var (view, total) = await SomeAsync(request, (asked - 1) * PageSize, PageSize, cancellationToken);
        var number = PageNumber.Clamp(asked, total, PageSize);
        if (number != asked)
        {
            (view, total) = await SomeAsync(request, (number - 1) * PageSize, PageSize, cancellationToken);
        }

        return view with { Hits = new Page<SearchHit>(view.Hits.Items, number, PageSize, total) };
    }

    /// <summary>Some matches: passed over and limited by count. None where that would take too long; the view says so.</summary>
    public async Task<(SearchView View, int Total)> SomeAsync(
        SearchRequest request, int skip, int take, CancellationToken cancellationToken)
    {
        var expression = SearchExpression.Parse(request.Text);
        if (expression.Root is null)
        {
            return (Empty(expression), 0);
        }

        using var late = new CancellationTokenSource(Longest, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await SomeAsync(expression, request, skip, take, stop.Token);
        }
        catch (OperationCanceledException) when (IsLate())
        {
            return Late();
        }
        catch (DbException) when (IsLate())
        {
            return Late();
        }

        bool IsLate() => late.IsCancellationRequested && !cancellationToken.IsCancellationRequested;

        (SearchView, int) Late() => (Empty(expression with { Problems = [.. expression.Problems, TooLong] }), 0);
    }

    private async Task<(SearchView View, int Total)> SomeAsync(
        SearchExpression expression, SearchRequest request, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var stopping = index.StopWith(db, cancellationToken);
        var text = CleanText.Composed(request.Text!).Trim();
        var reading = new Reading(db, index);
        var root = await reading.OfAsync(expression.Root!, cancellationToken);
        var work = await works.RunAsync(text, cancellationToken);
        var run = await TryAsync(
            new Attempt(db, reading, request, root, work), work is null ? root : SearchNode.Any([new SearchWork(work), root])!, text,
            cancellationToken);
        var view = new SearchView(
            new Page<SearchHit>(await run.Search.HitsAsync(skip, take, cancellationToken), 1, Math.Max(1, take), run.Search.Total),
            run.Search.Counts)
        {
            Problems = expression.Problems,
            Understood = expression.Understood,
            IsPlain = expression.IsPlain,
            ReadAsWords = expression.ReadAsWords,
            Instead = run.Instead,
            Suggested = run.Suggested,
            HaveAll = run.HaveAll,
        };
        return (view, run.Search.Total);
    }

    /// <summary>All words; then what may have been meant; then any of the words.</summary>
    private async Task<Run> TryAsync(Attempt attempt, SearchNode root, string text, CancellationToken cancellationToken)
    {
        var first = await CountedAsync(attempt, root, text, null, cancellationToken);
        var found = InCatalogue(first);
        if (found > 0)
        {
            return found < Enough && attempt.Work is null && Some(root) is { } more && !root.Wanted().Any(term => term.Quoted)
                && !await attempt.Reading.IsCalledAsync(root, cancellationToken)
                ? new Run(await CountedAsync(attempt, more, text, first, cancellationToken)) { HaveAll = found }
                : new Run(first);
        }

        var corrected = await attempt.Reading.CorrectedAsync(root, cancellationToken);
        var meant = ReferenceEquals(corrected, root) ? null : corrected.ToString();
        if (first.Counts.Count > 0)
        {
            return new Run(first) { Suggested = meant };
        }

        if (meant is not null)
        {
            corrected = await attempt.Reading.OfAsync(corrected, cancellationToken);
            var second = await CountedAsync(attempt, corrected, meant, null, cancellationToken);
            if (second.Counts.Count > 0)
            {
                return new Run(second) { Instead = meant };
            }
        }

        return Some(corrected) is not { } some
            ? new Run(first)
            : new Run(await CountedAsync(attempt, some, meant ?? text, null, cancellationToken)) { Instead = meant, HaveAll = 0 };
    }

    private static int InCatalogue(RunSearch run) =>
        run.Counts.Where(kind => kind.Type is not (SearchType.Comment or SearchType.Note)).Sum(kind => kind.Count);

    private Task<RunSearch> CountedAsync(
        Attempt attempt, SearchNode root, string text, RunSearch? said, CancellationToken cancellationToken) =>
        RunSearch.CountedAsync(
            attempt.Db, index, root, attempt.Request, Named.By(text, attempt.Typed, attempt.Work), said, cancellationToken);

    /// <returns>Any of the words, of what is asked for besides; <c>null</c> where that is the same.</returns>
    private static SearchNode? Some(SearchNode root) =>
        root is SearchAll all && all.Parts.OfType<SearchTerm>().ToList() is { Count: > 1 } terms
            ? SearchNode.All([SearchNode.Any(terms), .. all.Parts.Where(part => part is not SearchTerm)]) : null;

    private static SearchView Empty(SearchExpression expression) =>
        new(new Page<SearchHit>([], 1, PageSize, 0), []) { Problems = expression.Problems };

    private sealed record Attempt(GuideDb Db, Reading Reading, SearchRequest Request, SearchNode Typed, string? Work);

    private sealed record Run(RunSearch Search)
    {
        public string? Instead { get; init; }

        public string? Suggested { get; init; }

        public int? HaveAll { get; init; }
    }
}
