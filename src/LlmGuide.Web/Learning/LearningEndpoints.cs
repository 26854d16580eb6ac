using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Learning;
using LlmGuide.Core.Learning.Marks;
using LlmGuide.Core.Learning.Notes;
using LlmGuide.Core.Members;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Learning.Checks;
using LlmGuide.Web.Learning.Groups;
using LlmGuide.Web.Learning.Notes;
using LlmGuide.Web.Limits;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Mvc;

namespace LlmGuide.Web.Learning;

/// <summary>The acts of readers on their progress: forms without a script, which lead back to where they were.</summary>
internal static class LearningEndpoints
{
    public static void MapLearning(this IEndpointRouteBuilder site)
    {
        // Forms that are bound ask for the antiforgery token by themselves.
        var mine = site.MapGroup("").RequireAuthorization().ExcludeFromDescription();
        mine.MapPost($"{Links.Progress}/{{slug}}", MarkAsync).Limited(Limit.Mark);
        mine.MapPost($"{Links.Progress}/{{slug}}/minutes", MinutesAsync).Limited(Limit.Mark);
        mine.MapPost(Links.Known, KnowAsync).Limited(Limit.Form);
        mine.MapPost(Links.DeviceMarks, MergeAsync).Limited(Limit.Form);
        mine.MapPost(Links.ImportProgress, ImportAsync).Limited(Limit.Form);
        mine.MapGet(Links.ProgressFile, SaveAsync).WithMetadata(new PersonalPageAttribute());
        mine.MapPost($"{Links.Bookmarks}/{{kind}}/{{slug}}", BookmarkAsync).Limited(Limit.Mark);
        mine.MapGet(Links.NotesFile, NotesFile.AnswerAsync).WithMetadata(new PersonalPageAttribute());
        site.MapGet(Links.Course, CourseAsync).ExcludeFromDescription().CachedForReaders();
        site.MapChecks();
        site.MapGroups();
    }

    private static async Task<IResult> MarkAsync(
        string slug, [FromForm] string? state, [FromForm] string? back, MarkResource mark, HttpContext http) =>
        Names.Parse<ReadingState>(state) is not { } wanted
            ? Results.BadRequest()
            : Answer(await mark.RunAsync(http.Actor()!, slug, wanted, http.RequestAborted), _ => LocalAddress.Of(back, Links.Me));

    private static async Task<IResult> MinutesAsync(string slug, [FromForm] string? minutes, ReportMinutes report, HttpContext http)
    {
        int? took = int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (took is null && !string.IsNullOrWhiteSpace(minutes))
        {
            return Results.BadRequest();
        }

        var done = await report.RunAsync(http.Actor()!, slug, took, http.RequestAborted);
        return done.Refusal is { Cause: Cause.Rule } ? Results.BadRequest() : Answer(done, _ => Links.Resource(slug));
    }

    private static async Task<IResult> BookmarkAsync(
        string kind, string slug, [FromForm] bool wanted, [FromForm] string? back, SetBookmark bookmark, HttpContext http) =>
        Names.Parse<AnnotatedKind>(kind) is not { } what
            ? Results.NotFound()
            : Answer(await bookmark.RunAsync(http.Actor()!, what, slug, wanted, http.RequestAborted), thing => LocalAddress.Of(
                back, Links.Annotated(thing.Kind, thing.Slug)));

    private static async Task<IResult> KnowAsync(IFormCollection form, KnowTopics know, HttpContext http) =>
        Answer(await know.RunAsync(http.Actor()!, form.All("topic"), http.RequestAborted), _ => Links.Me);

    /// <summary>For the script: what the browser kept comes into the account.</summary>
    private static async Task<IResult> MergeAsync([FromForm] string? document, MergeDeviceMarks merge, HttpContext http)
    {
        var outcome = await AddAsync(http.Actor()!, document ?? "", merge, http.RequestAborted);
        return outcome.TryGet(out var merged, out var refusal)
            ? Results.Json(new { message = MarkLabels.Of(merged), added = merged.Added })
            : Results.Text(refusal.Why, statusCode: refusal.Cause == Cause.NotAllowed
                ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ImportAsync(IFormCollection form, MergeDeviceMarks merge, HttpContext http)
    {
        if (form.Files.GetFile("file") is not { } file || file.Length > DeviceDocument.Longest)
        {
            return SeeOther(Links.MeWith("problem", "Choose a file of reading progress, of at most 1 MB."));
        }

        using var reader = new StreamReader(file.OpenReadStream());
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        var outcome = await AddAsync(http.Actor()!, text, merge, http.RequestAborted);
        return SeeOther(outcome.TryGet(out var merged, out var refusal)
            ? Links.MeImported(merged.Added, merged.Older, merged.Unknown)
            : Links.MeWith("problem", refusal.Why));
    }

    private static async Task<Outcome<MergedMarks>> AddAsync(
        Actor actor, string text, MergeDeviceMarks merge, CancellationToken cancellationToken) =>
        DeviceDocument.Parse(text).TryGet(out var device, out var refusal)
            ? await merge.RunAsync(actor, device, cancellationToken)
            : refusal;

    /// <summary>The marks of the account as such a file.</summary>
    private static async Task<IResult> SaveAsync(OwnMarksQuery marks, HttpContext http)
    {
        var own = await marks.RunAsync(http.Actor()!.Id, http.RequestAborted);
        http.Response.Headers.ContentDisposition = "attachment; filename=\"llmguide-progress.json\"";
        return Results.Json(new
        {
            version = DeviceDocument.Version,
            marks = own.Works.Values.OrderBy(mark => mark.Slug, StringComparer.Ordinal)
                .ToDictionary(mark => mark.Slug, mark => new { state = mark.State.ToSlug(), since = mark.Since }, StringComparer.Ordinal),
        });
    }

    /// <summary>The path for the script of those who are not signed in; it counts as <see cref="Progress"/> does.</summary>
    private static async Task<IResult> CourseAsync(CourseQuery courses, CancellationToken cancellationToken)
    {
        var course = await courses.RunAsync(cancellationToken);
        var place = course.Topics.Index().ToDictionary(topic => topic.Item.Id, topic => topic.Index);
        return Results.Json(new
        {
            topics = course.Topics.Select(topic => new
            {
                topic.Slug,
                topic.Title,
                needs = topic.Needs.Select(need => place[need.TopicId]),
                works = topic.Essentials.Select(work => new { work.Slug, work.Title, work.Url, work.Minutes }),
            }),
            course.Moved,
        });
    }

    private static IResult Answer<T>(Outcome<T> outcome, Func<T, string> back) =>
        outcome.TryGet(out var value, out var refusal) ? SeeOther(back(value))
        : refusal.Cause == Cause.NotAllowed ? Results.StatusCode(StatusCodes.Status403Forbidden)
        : Results.NotFound();

    private static SeeOtherResult SeeOther(string address) => new(address);
}
