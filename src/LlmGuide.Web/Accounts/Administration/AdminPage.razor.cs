using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Accounts.Administration;
using LlmGuide.Core.Members;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Accounts.Administration;

public sealed partial class AdminPage
{
    private static readonly Role[] Roles = [Role.Curator, Role.Moderator, Role.Admin];
    private Page<ListedMember> _members = new([], 1, MemberListQuery.PageSize, 0);
    private string? _told;

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    /// <summary>Whose account was just changed.</summary>
    [SupplyParameterFromQuery]
    public string? Changed { get; set; }

    [Inject]
    public required MemberListQuery Members { get; set; }

    [Inject]
    public required ChangeRoles Change { get; set; }

    [Inject]
    public required DisableMember Disable { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    protected override async Task OnInitializedAsync() =>
        _members = await Members.RunAsync(
            Q ?? "", long.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1, Aborted);

    private async Task ChangeRolesAsync(string name)
    {
        var wanted = Http.Request.Form["roles"].Aggregate(Role.None, (all, role) => all | (Names.Parse<Role>(role) ?? Role.None));
        var changed = await Change.RunAsync(name, _ => wanted, Http.Actor()!, Aborted);
        Tell(changed.Refusal, name);
    }

    private async Task ChangeStateAsync(ListedMember member)
    {
        var reason = Http.Request.Form["reason"].ToString().Trim();
        var done = await Disable.RunAsync(
            member.Name, member.DisabledAt is null,
            reason.Length > LongestReason ? reason[..LongestReason] : reason, Http.Actor()!, Aborted);
        Tell(done.Refusal, member.Name);
    }

    private const int LongestReason = 300;

    private void Tell(Refusal? refusal, string name)
    {
        _told = refusal?.Why;
        if (refusal is null)
        {
            Navigation.NavigateTo(Address(_members.Number, name));
        }
    }

    private string Address(int page) => Address(page, null);

    private string Address(int page, string? changed) => Links.With(
        Links.Admin,
        KeyValuePair.Create("q", Q),
        KeyValuePair.Create<string, string?>("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)),
        KeyValuePair.Create("changed", changed));
}
