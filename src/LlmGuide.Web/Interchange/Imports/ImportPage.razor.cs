using LlmGuide.Core;
using LlmGuide.Core.Interchange.Sota;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Interchange.Imports;

/// <summary>Where a curator sends a file of leaderboards. It is kept beside the process until it has been looked at and imported.</summary>
public sealed partial class ImportPage
{
    private const int MostMegabytes = 25;
    private const int LongestText = 4_000_000;
    private const int LongestLine = 1_000;

    private Refusal? _wrong;

    [Inject]
    internal ImportDesk Desk { get; set; } = null!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private async Task LookAsync()
    {
        var form = Http.Request.Form;
        var (sent, text) = (form.Files.GetFile("file"), form["text"].ToString());
        var source = Source(form);
        _wrong = source.Refusal
            ?? (sent is not { Length: > 0 } && string.IsNullOrWhiteSpace(text)
                ? Refusal.Rule("Choose a file, or paste its text.", "file") : null)
            ?? (sent?.Length > MostMegabytes * 1024L * 1024 ? Refusal.Rule($"At most {MostMegabytes} MB, please.", "file") : null);
        if (_wrong is null)
        {
            var file = await KeepAsync(sent is { Length: > 0 } ? sent : null, text);
            var job = Desk.Begin(Http.Actor()!, file, new ImportChoice(DryRun: true, source.Value.Value));
            Navigation.NavigateTo(Links.Import(job.Id));
        }
    }

    private async Task<string> KeepAsync(IFormFile? sent, string text)
    {
        var file = Path.GetTempFileName();
        await using var kept = File.Create(file);
        if (sent is not null)
        {
            await sent.CopyToAsync(kept, Aborted);
        }
        else
        {
            await using var writer = new StreamWriter(kept);
            await writer.WriteAsync(text.AsMemory(), Aborted);
        }

        return file;
    }

    private static Outcome<Given> Source(IFormCollection form)
    {
        var (name, url) = (form["source"].ToString().Trim(), form["source-url"].ToString().Trim());
        return name.Length == 0 && url.Length == 0 ? default(Given)
            : name.Length == 0 ? Refusal.Rule("Say what the source is called.", "source")
            : !WebAddress.IsWhole(url) ? Refusal.Rule(
                "This is not a complete address: it must begin with https:// or http://.", "source-url")
            : new Given(new ImportSource(
                name, url, form["licence"].ToString().Trim() is { Length: > 0 } licence ? licence : null,
                form["attribution"].ToString().Trim()));
    }

    private string? ErrorOf(string field) => _wrong?.Field == field ? _wrong.Why : null;

    /// <summary>A source, or none.</summary>
    private readonly record struct Given(ImportSource? Value);
}
