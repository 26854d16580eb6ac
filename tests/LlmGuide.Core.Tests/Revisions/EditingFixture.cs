using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Discussion;

namespace LlmGuide.Core.Tests.Revisions;

/// <summary>A small catalogue (see <see cref="GeneratedResources"/>) with two curators, on a database of a test's own.</summary>
internal sealed class EditingFixture(Scene scene) : IAsyncDisposable
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    public GuideDatabase Database => scene.Database;

    public ResourceSubject Resources => Database.Get<ResourceSubject>();

    public Actor Ada => scene["ada"];

    public Actor Ben => scene["ben"];

    public Actor Reader => scene["reader"];

    public static async Task<EditingFixture> OpenAsync(GuideDatabase database, int resources = 3)
    {
        var scene = await Scene.StartAsync(database, "reader");
        await scene.JoinAsync("ada", m => m.Roles = Role.Curator);
        await scene.JoinAsync("ben", m => m.Roles = Role.Curator);
        await GeneratedResources.AddAsync(database, resources);
        return new EditingFixture(scene);
    }

    public async Task<Editable<ResourceDraft>> DraftAsync(string slug = "work-1") =>
        await Database.Get<DraftQuery>().RunAsync(Resources, slug, Cancelled)
        ?? throw new InvalidOperationException($"There is no {slug}.");

    public Task<Outcome<Edited>> SaveAsync(Editable<ResourceDraft> from, ResourceDraft draft, Actor? by = null, string? reason = null) =>
        Database.Get<Editing>().SaveAsync(Resources, by ?? Ada, from.To(draft, reason), Cancelled);

    public async Task<Outcome<Edited>> ChangeAsync(
        Func<ResourceDraft, ResourceDraft> change, Actor? by = null, string? reason = null, string slug = "work-1")
    {
        var from = await DraftAsync(slug);
        return await SaveAsync(from, change(from.Draft), by, reason);
    }

    /// <summary>A change that must go through.</summary>
    public async Task<Edited> DoAsync(
        Func<ResourceDraft, ResourceDraft> change, Actor? by = null, string? reason = null, string slug = "work-1")
    {
        var outcome = await ChangeAsync(change, by, reason, slug);
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    public async Task<HistoryView> HistoryAsync(string slug = "work-1") =>
        await Database.Get<HistoryQuery>().RunAsync(Core.Data.LogKind.Resource, slug, 1, Cancelled)
        ?? throw new InvalidOperationException($"There is no {slug}.");

    public async Task<Resource?> FindAsync(string slug)
    {
        await using var db = await Database.OpenAsync();
        return db.Resources.FirstOrDefault(r => r.Slug == slug);
    }

    public ValueTask DisposeAsync() => scene.DisposeAsync();
}
