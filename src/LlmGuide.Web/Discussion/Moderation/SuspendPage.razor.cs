using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Discussion.Moderation.Suspensions;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Discussion.Moderation;

/// <summary>Where a moderator suspends a member, changes the end of that, or ends it now.</summary>
public sealed partial class SuspendPage
{
    private const int DaysOffered = 7;
    private const string DayFormat = "yyyy-MM-dd";

    private readonly FormState _suspend = new();
    private readonly FormState _end = new();
    private Suspension? _member;
    private DateTimeOffset _now;

    [Parameter]
    public required string Name { get; set; }

    [SupplyParameterFromForm(Name = "until")]
    public string? Until { get; set; }

    [SupplyParameterFromForm(Name = "reason")]
    public string? Reason { get; set; }

    [SupplyParameterFromForm(Name = "ended")]
    public string? Ended { get; set; }

    [Inject]
    public required SuspensionQuery Suspensions { get; set; }

    [Inject]
    public required SuspendMember Suspend { get; set; }

    [Inject]
    public required EndSuspension End { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    protected override async Task OnInitializedAsync()
    {
        _now = Clock.GetUtcNow();
        _member = await Suspensions.RunAsync(Name, Aborted);
        if (_member is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task SuspendAsync()
    {
        DateTimeOffset? until = DateTimeOffset.TryParseExact(
            Until, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null;
        Finish(_suspend, (await Suspend.RunAsync(Http.Actor()!, Name, until, Reason, Aborted)).Refusal);
    }

    private async Task EndAsync() =>
        Finish(
            _end,
            (await End.RunAsync(Http.Actor()!, Name, Ended, Aborted)).Refusal?.About(field => field is null ? null : nameof(Ended)));

    private void Finish(FormState form, Refusal? refusal)
    {
        if (form.IsRight(refusal))
        {
            Navigation.NavigateTo(Links.Suspend(_member!.Name));
        }
    }

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString(DayFormat, CultureInfo.InvariantCulture);
}
