using LlmGuide.Core;
using LlmGuide.Core.Learning;
using LlmGuide.Web.Caching.Nodes;
using LlmGuide.Web.Forms;

namespace LlmGuide.Web.Learning;

/// <summary>
/// How far the member of one request is, asked for once however many parts of the page show it: one SQL command, since the course is
/// kept for everybody as long as the pages that show it.
/// </summary>
internal sealed class ReaderProgress(ViewCache views, CourseQuery courses, OwnMarksQuery marks)
{
    /// <summary>A few hundred works with their reasons.</summary>
    private const int SizeOfCourse = 256 * 1024;

    private Task<OwnProgress?>? _own;

    /// <returns><c>null</c> for somebody who is not signed in: their page is everybody's.</returns>
    public Task<OwnProgress?> OfAsync(HttpContext http) => _own ??= AskAsync(http);

    public async Task<Course> CourseAsync(CancellationToken cancellationToken) =>
        await views.GetAsync(
            "course", async Task<Course?> () => await courses.RunAsync(cancellationToken), _ => [PageTags.Catalogue], _ => SizeOfCourse)
        ?? throw new InvalidOperationException("There is always a course, if an empty one.");

    private async Task<OwnProgress?> AskAsync(HttpContext http)
    {
        if (http.Actor() is not { } actor)
        {
            return null;
        }

        var own = await marks.RunAsync(actor.Id, http.RequestAborted);
        return new OwnProgress(own, Progress.Of(await CourseAsync(http.RequestAborted), own));
    }
}

internal sealed record OwnProgress(OwnMarks Marks, Progress Progress);
