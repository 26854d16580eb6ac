using System.Diagnostics.CodeAnalysis;

using LlmGuide.Core;
using LlmGuide.Core.Learning.Groups;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Learning.Groups;

/// <summary>Where the owner of a group changes it.</summary>
public sealed partial class EditGroupPage
{
    private IReadOnlyList<GroupStage> _stages = [];
    private GroupDraft? _before;
    private bool _forbidden;

    [Parameter]
    public required string Slug { get; set; }

    [SupplyParameterFromForm(FormName = "group"), AllowNull]
    public TypedGroup Draft
    {
        get => field ??= TypedGroup.Of(_before!);
        set;
    }

    [Inject]
    public required OwnGroupsQuery Groups { get; set; }

    [Inject]
    public required EditGroup Edit { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private FormState Form { get; } = new() { Prefix = "Draft" };

    protected override async Task OnInitializedAsync()
    {
        var found = await Edit.FindAsync(Http.Actor()!, Slug, Aborted);
        if (found.TryGet(out _before, out var refusal))
        {
            _stages = await Groups.ChoicesAsync(Aborted);
            return;
        }

        if (refusal.Cause == Cause.NotThere)
        {
            Navigation.NotFound();
            return;
        }

        _forbidden = true;
        Http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private async Task SaveAsync()
    {
        var saved = await Edit.RunAsync(Http.Actor()!, Slug, Draft.Read(), Aborted);
        if (Form.IsRight(saved.Refusal))
        {
            Navigation.NavigateTo(Links.Group(Slug));
        }
    }
}
