using System.Text;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Interchange.Sota;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Interchange.Imports.Requests;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Interchange.Imports;

/// <summary>
/// Where a curator sends an awesome list or a file of leaderboards. It is kept until it has been looked at and imported.
/// </summary>
public sealed partial class ImportPage
{
    private const int MostMegabytes = 25;
    private const int MostListMegabytes = 5;
    private const int LongestText = 4_000_000;
    private const int LongestLine = 1_000;

    private readonly FormState _list = new();
    private readonly FormState _boards = new();

    [Inject]
    internal ImportDesk Desk { get; set; } = null!;

    [Inject]
    public required CuratedResourcesQuery Resources { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private IReadOnlyList<TopicLink> _topics = [];

    protected override async Task OnInitializedAsync() => _topics = await Resources.TopicsAsync(Aborted);

    private async Task LookAsync()
    {
        var source = Source(Http.Request.Form);
        if (_boards.IsRight([.. Missing("file", "text", MostMegabytes), source.Refusal]))
        {
            await BeginAsync(_boards, "file", "text", new ImportOrder(ImportKind.Boards, DryRun: true) { Source = source.Value.Value });
        }
    }

    private async Task LookAtListAsync()
    {
        if (_list.IsRight(Missing("list", "markdown", MostListMegabytes)))
        {
            var into = Http.Request.Form["into"].ToString() is { Length: > 0 } slug ? slug : null;
            await BeginAsync(_list, "list", "markdown", new ImportOrder(ImportKind.List, DryRun: true) { Into = into });
        }
    }

    private IEnumerable<Refusal?> Missing(string file, string text, int megabytes)
    {
        var (length, pasted) = (Http.Request.Form.Files.GetFile(file)?.Length ?? 0, Http.Request.Form[text].ToString());
        yield return length == 0 && string.IsNullOrWhiteSpace(pasted) ? Refusal.Rule("Choose a file, or paste its text.", file)
            : length > megabytes * 1024L * 1024 ? Refusal.Rule($"At most {megabytes} MB, please.", file)
            : null;
        yield return pasted.Length > LongestText ? Refusal.Rule("This is too long to be pasted. Send it as a file.", text) : null;
    }

    private async Task BeginAsync(FormState form, string field, string text, ImportOrder order)
    {
        var sent = Http.Request.Form.Files.GetFile(field);
        await using var content = sent is { Length: > 0 }
            ? sent.OpenReadStream() : new MemoryStream(Encoding.UTF8.GetBytes(Http.Request.Form[text].ToString()));
        var named = sent is { Length: > 0 } ? order with { Name = sent.FileName } : order;
        var begun = await Desk.BeginAsync(Http.Actor()!, named, await PackedFile.PackAsync(content, Aborted), Aborted);
        if (form.IsRight(begun.Refusal))
        {
            Navigation.NavigateTo(Links.Import(begun.Value!));
        }
    }

    private static Outcome<Given> Source(IFormCollection form)
    {
        var (name, url) = (form["source"].ToString().Trim(), form["source-url"].ToString().Trim());
        var (licence, attribution) = (
            TypedLine.Read(form["licence"], LongestLine, "licence"), TypedLine.Read(form["attribution"], LongestLine, "attribution"));
        var given = name.Length > 0 || url.Length > 0;
        var wrong = Refusal.All(
            given && name.Length == 0 ? Refusal.Rule("Say what the source is called.", "source")
                : TypedLine.Read(name, ResultSource.LongestName, "source").Refusal,
            given && !WebAddress.IsWhole(url)
                ? Refusal.Rule("This is not a complete address: it must begin with https:// or http://.", "source-url") : null,
            licence.Refusal,
            attribution.Refusal);
        return wrong is not null ? wrong
            : !given ? default(Given)
            : new Given(new ImportSource(name, url, licence.Value is { Length: > 0 } named ? named : null, attribution.Value!));
    }

    /// <summary>A source, or none.</summary>
    private readonly record struct Given(ImportSource? Value);
}
