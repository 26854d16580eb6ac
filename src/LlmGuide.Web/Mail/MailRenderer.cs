using System.Text;

using LlmGuide.Core.Mail;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Mail;

/// <summary>Makes a mail of a letter: plain text, and HTML from <see cref="LetterPage"/>.</summary>
public sealed class MailRenderer(IServiceProvider services, ILoggerFactory logs, IOptions<SiteOptions> site)
{
    public async Task<MailContent> WriteAsync(MailTemplate letter) =>
        new(letter.Subject, TextOf(letter), await HtmlOfAsync(letter), letter.UnsubscribeUrl);

    private string TextOf(MailTemplate letter)
    {
        var text = new StringBuilder().Append("Hello ").Append(letter.To).Append(",\n\n");
        foreach (var part in letter.Parts)
        {
            AppendLines(text, "", part.Text);
            AppendLines(text, "> ", part.Quote);
            AppendLines(text, "", part.Url is null ? null : $"{part.LinkText}: {part.Url}");
            text.Append('\n');
        }

        // Two hyphens and a space end what mail programs quote (RFC 3676, 4.3).
        text.Append("-- \n").Append(site.Value.Title).Append('\n');
        AppendLines(text, "", letter.Why);
        AppendLines(text, "", letter.UnsubscribeUrl is null ? null : $"Unsubscribe: {letter.UnsubscribeUrl}");
        return text.ToString();
    }

    private static void AppendLines(StringBuilder text, string start, string? words)
    {
        foreach (var line in (words ?? "").Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length > 0))
        {
            text.Append(start).Append(line).Append('\n');
        }
    }

    private async Task<string> HtmlOfAsync(MailTemplate letter)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        var given = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(LetterPage.Letter)] = letter,
            [nameof(LetterPage.Title)] = site.Value.Title,
        });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<LetterPage>(given)).ToHtmlString());
    }
}
