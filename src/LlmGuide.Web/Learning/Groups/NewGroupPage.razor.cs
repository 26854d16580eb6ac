using System.Diagnostics.CodeAnalysis;

using LlmGuide.Core.Learning.Groups;
using LlmGuide.Core.Text;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Learning.Groups;

/// <summary>Where a member opens a reading group.</summary>
public sealed partial class NewGroupPage
{
    private IReadOnlyList<GroupStage> _stages = [];

    [SupplyParameterFromForm(FormName = "group"), AllowNull]
    public TypedGroup Draft
    {
        get => field ??= new TypedGroup { StartOn = TypedDay.Of(DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime)) };
        set;
    }

    [Inject]
    public required OwnGroupsQuery Groups { get; set; }

    [Inject]
    public required OpenGroup Open { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private FormState Form { get; } = new() { Prefix = "Draft" };

    protected override async Task OnInitializedAsync() => _stages = await Groups.ChoicesAsync(Aborted);

    private async Task OpenAsync()
    {
        var opened = await Open.RunAsync(Http.Actor()!, Draft.Read(), Aborted);
        if (Form.IsRight(opened.Refusal))
        {
            Navigation.NavigateTo(Links.Group(opened.Value!));
        }
    }
}
