using LlmGuide.Core;
using LlmGuide.Core.Accounts.Administration;
using LlmGuide.Core.Discussion.Members;
using LlmGuide.Core.Members;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Shell.Admin;

/// <summary>One member, with what administrators can do: other roles, and closing or opening the account.</summary>
public sealed partial class MemberPage
{
    internal const string RolesForm = "roles";
    internal const string StateForm = "state";

    private const string Disabled = "disabled";
    private const string Enabled = "enabled";

    private readonly FormState _roles = new() { Anchor = RolesForm };
    private readonly FormState _account = new() { Anchor = StateForm };
    private ListedMember? _member;

    [Parameter]
    public required string Name { get; set; }

    /// <summary>Says that something was just changed.</summary>
    [SupplyParameterFromQuery]
    public string? Changed { get; set; }

    [SupplyParameterFromForm(Name = "roles", FormName = RolesForm)]
    public IReadOnlyList<string>? Wanted { get; set; }

    [SupplyParameterFromForm(Name = "reason")]
    public string? Reason { get; set; }

    /// <summary>What the form offered: somebody else may have changed the state since.</summary>
    [SupplyParameterFromForm(Name = "to", FormName = StateForm)]
    public string? To { get; set; }

    [SupplyParameterFromForm(Name = "sure", FormName = StateForm)]
    public string? Sure { get; set; }

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

    protected override async Task OnInitializedAsync()
    {
        _member = await Members.FindAsync(Name, Aborted);
        if (_member is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task ChangeRolesAsync()
    {
        if (_member is { } member)
        {
            var wanted = (Wanted ?? []).Aggregate(Role.None, (all, role) => all | (Names.Parse<Role>(role) ?? Role.None));
            await FinishAsync(_roles, (await Change.RunAsync(member.Name, _ => wanted, Reason, Http.Actor()!, Aborted)).Refusal);
        }
    }

    private async Task ChangeStateAsync()
    {
        if (_member is not { } member || To is not (Disabled or Enabled))
        {
            return;
        }

        if (To == Disabled && Sure != "true")
        {
            _account.Wrong = Refusal.Rule($"Tick the box to confirm that {member.Name} is to be disabled.", "sure");
            return;
        }

        await FinishAsync(_account, (await Disable.RunAsync(member.Name, To == Disabled, Reason, Http.Actor()!, Aborted)).Refusal);
    }

    private async Task FinishAsync(FormState form, Refusal? refusal)
    {
        if (form.IsRight(refusal))
        {
            Navigation.NavigateTo(Links.With(Links.AdminMember(_member!.Name), new KeyValuePair<string, string?>("changed", "yes")));
        }
        else
        {
            _member = await Members.FindAsync(Name, Aborted);
        }
    }

    /// <summary>As it was ticked, while something about that is wrong.</summary>
    private bool Has(ListedMember member, Role role) =>
        _roles.Wrong is null ? member.Roles.HasFlag(role) : Wanted?.Contains(role.ToSlug(), StringComparer.Ordinal) is true;

    private static string Meaning(Role role) => role switch
    {
        Role.Curator => "decides suggestions and edits the catalogue",
        Role.Moderator => "keeps conversations fit to read",
        _ => "everything, and who has which role",
    };
}
