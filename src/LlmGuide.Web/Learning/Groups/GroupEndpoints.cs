using LlmGuide.Core;
using LlmGuide.Core.Learning.Groups;
using LlmGuide.Core.Members;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Limits;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Learning.Groups;

/// <summary>What the buttons of a group do, each leading back to it; and its calendar.</summary>
internal static class GroupEndpoints
{
    private delegate Task<Outcome<Done>> Act(Actor actor, string slug, IFormCollection form, CancellationToken cancellationToken);

    public static void MapGroups(this IEndpointRouteBuilder site)
    {
        var lead = site.ServiceProvider.GetRequiredService<LeadGroup>();
        var leave = site.ServiceProvider.GetRequiredService<LeaveGroup>();
        var join = site.ServiceProvider.GetRequiredService<JoinGroup>();

        // Forms that are bound ask for the antiforgery token by themselves.
        var mine = site.MapGroup(Links.Groups).RequireAuthorization().ExcludeFromDescription();
        Map("join", (actor, slug, form, ended) => join.RunAsync(actor, slug, form.Text("key"), form.Checked("shows"), ended));
        Map("progress", (actor, slug, form, ended) => leave.ShowAsync(actor, slug, form.Checked("shows"), ended));
        Map("leave", (actor, slug, _, ended) => leave.RunAsync(actor, slug, ended), _ => Links.Groups);
        Map("shift", (actor, slug, _, ended) => lead.ShiftAsync(actor, slug, ended));
        Map("shift-back", (actor, slug, _, ended) => lead.ShiftBackAsync(actor, slug, ended));
        Map("invitation", (actor, slug, _, ended) => lead.RenewInvitationAsync(actor, slug, ended));
        Map("hand-over", (actor, slug, form, ended) => lead.HandOverAsync(actor, slug, form.Number("member"), ended));
        Map("remove", (actor, slug, form, ended) => lead.RemoveAsync(actor, slug, form.Number("member"), ended));
        Map("close", (actor, slug, _, ended) => lead.CloseAsync(actor, slug, ended));
        site.MapGet($"{Links.Groups}/{{slug}}/calendar.ics", CalendarAsync).ExcludeFromDescription()
            .WithMetadata(new PersonalPageAttribute());

        void Map(string name, Act act, Func<string, string>? back = null) => mine.MapPost(
            $"/{{slug}}/{name}",
            async (string slug, IFormCollection form, HttpContext http) =>
                Answer(await act(http.Actor()!, slug, form, http.RequestAborted), slug, back ?? Links.Group)).Limited(Limit.Form);
    }

    private static IResult Answer(Outcome<Done> outcome, string slug, Func<string, string> back) => outcome.Refusal switch
    {
        null => new SeeOtherResult(back(slug)),
        { Cause: Cause.NotAllowed } => Results.StatusCode(StatusCodes.Status403Forbidden),
        { Cause: Cause.NotThere } => Results.NotFound(),
        var refusal => new SeeOtherResult(Links.GroupWith(slug, refusal.Why)),
    };

    private static async Task<IResult> CalendarAsync(
        string slug, string? key, OwnGroupsQuery groups, SiteAddress address, HttpContext http) =>
        await groups.CalendarAsync(slug, key ?? "", http.RequestAborted) is { } calendar
            ? Results.Text(GroupCalendarFile.Write(calendar, path => address.Of(http.Request, path)), "text/calendar; charset=utf-8")
            : Results.NotFound();
}
