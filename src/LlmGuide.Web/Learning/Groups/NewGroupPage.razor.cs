using System.Diagnostics.CodeAnalysis;

using LlmGuide.Core;
using LlmGuide.Core.Learning.Groups;
using LlmGuide.Core.Text;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Learning.Groups;

/// <summary>Where a member opens a reading group.</summary>
public sealed partial class NewGroupPage
{
    private static readonly (GroupReads Reads, string Words)[] Choices =
    [
        (GroupReads.Path, "The whole path"), (GroupReads.Stage, "One stage of it"), (GroupReads.Topics, "Some topics"),
    ];

    private IReadOnlyList<GroupStage> _stages = [];
    private Refusal? _refusal;

    [SupplyParameterFromForm(FormName = "group"), AllowNull]
    public NewGroup Draft
    {
        get => field ??= new NewGroup { StartOn = TypedDay.Of(DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime)) };
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

    private Form Form => field ??= new Form(Draft);

    protected override async Task OnInitializedAsync() => _stages = await Groups.ChoicesAsync(Aborted);

    private async Task OpenAsync()
    {
        var opened = await Open.RunAsync(Http.Actor()!, Draft.Read(), Aborted);
        if (opened.TryGet(out var slug, out _refusal))
        {
            Navigation.NavigateTo(Links.Group(slug));
            return;
        }

        Form.Refuse(_refusal);
    }

    private string? ErrorOf(string field) =>
        _refusal is null ? null : ((Refusal[])[_refusal, .. _refusal.Others]).FirstOrDefault(wrong => wrong.Field == field)?.Why;
}
