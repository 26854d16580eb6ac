using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Catalogue.Resources.Edits;

/// <summary>Where a curator adds a resource or edits one.</summary>
public sealed partial class ResourceFormPage
{
    private static readonly IReadOnlyList<(string, string)> Kinds =
        [.. Enum.GetValues<ResourceKind>().Select(kind => (kind.ToSlug(), Labels.Kind(kind)))];
    private static readonly IReadOnlyList<(string, string)> Levels =
        [.. Enum.GetValues<ResourceLevel>().Select(level => (level.ToSlug(), level.ToString()))];
    private static readonly IReadOnlyList<(string, string)> Accesses =
        [("open", "Open"), ("registration", "Free with an account"), ("paid", "Paid")];

    private IReadOnlyList<TopicLink> _topics = [];
    private CheckedResource? _preview;

    [Parameter]
    public string? Slug { get; set; }

    [Inject]
    public required ResourceSubject Resources { get; set; }

    [Inject]
    public required ResourceRules Rules { get; set; }

    [Inject]
    public required CuratedResourcesQuery Choices { get; set; }

    protected override EditableKind<Resource, ResourceDraft> Kind => Resources;

    protected override async Task OnInitializedAsync()
    {
        if (await OpenAsync(Slug, SlugOwner.Resource, Links.EditResource, Asked(Http.Request.Query)))
        {
            _topics = await Choices.TopicsAsync(Aborted);
        }
    }

    private protected override (ResourceDraft Draft, Refusal? Wrong) Read(IFormCollection form) => (
        DraftForm.Read(form, Draft!) with
        {
            Authors = form.Lines("Authors"),
            BuildsOn = form.Lines("BuildsOn"),
            Placements = PlaceFields.Read(form),
        },
        null);

    private protected override ResourceDraft Arrange(ResourceDraft draft, FormAction act) =>
        act.List == "placements" ? draft with { Placements = act.Of(draft.Placements, new PlacementDraft("")) } : draft;

    protected override ResourceDraft Filled(ResourceDraft draft) => draft with
    {
        Placements = [.. draft.Placements.Where((place, row) => place.Topic.Length > 0 && !PlaceFields.Leaves(Http, row))],
    };

    protected override async Task<Refusal?> PreviewAsync(ResourceDraft draft)
    {
        var looked = await Rules.CheckAsync(draft, Aborted);
        _preview = looked.Value;
        return looked.Refusal;
    }

    protected override string AddressOf(Edited saved, ResourceDraft draft) =>
        draft.Removed ? Links.History(LogKind.Resource, saved.Key) : Links.Resource(saved.Key);

    /// <summary>A new one, with what the address of the form already knows; each key is the name of a field.</summary>
    private static ResourceDraft Asked(IQueryCollection query)
    {
        var asked = new FormCollection(query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase));
        return DraftForm.Read(asked, new ResourceDraft { Level = ResourceLevel.Intermediate }) with
        {
            Authors = asked.Text("authors").Split(Resource.AuthorSeparator, StringSplitOptions.TrimEntries),
            Placements = [new PlacementDraft(asked.Text("topic"))],
        };
    }
}
