using System.Net;
using System.Text;

using LlmGuide.Core.Text;

namespace LlmGuide.Core.Mail;

/// <summary>Makes a mail of a letter: plain text, and HTML that says the same.</summary>
/// <param name="site">What the site calls itself.</param>
public sealed class MailRenderer(string site)
{
    private const string Masthead = "font:600 19px/1.2 'Source Serif 4',Charter,Georgia,serif;margin:0 0 24px;padding:0 0 12px;"
        + "border-bottom:2px solid #0b5a69";

    /// <summary>The petrol of the site is dark enough on white, and light enough under white.</summary>
    private const string Button = "display:inline-block;padding:9px 16px;border-radius:4px;background:#0b5a69;color:#ffffff;"
        + "font-weight:600;text-decoration:none";

    public MailContent Write(MailTemplate letter) =>
        new(BidiText.Closed(Named(letter.Subject)), TextOf(letter), HtmlOf(letter), letter.UnsubscribeUrl);

    /// <summary>In a mailbox it must be seen who writes; a subject may say so already.</summary>
    private string Named(string subject) => subject.Contains(site, StringComparison.Ordinal) ? subject : $"{subject} · {site}";

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
        text.Append("-- \n").Append(site).Append('\n');
        AppendLines(text, "", letter.Why);
        AppendLines(text, "", letter.UnsubscribeUrl is null ? null : $"Unsubscribe: {letter.UnsubscribeUrl}");
        return text.ToString();
    }

    private static void AppendLines(StringBuilder text, string start, string? words)
    {
        foreach (var line in (words ?? "").Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length > 0))
        {
            text.Append(start).Append(BidiText.Closed(line)).Append('\n');
        }
    }

    // Mail programs know no style sheets of ours and little CSS: plain elements, and styles where they are.
    private string HtmlOf(MailTemplate letter) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{Plain(letter.Subject)}</title>
        </head>
        <body style="margin:0;padding:24px 16px;font:16px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
            <div style="max-width:600px;margin:0 auto">
                <p style="{Masthead}">{Plain(site)}</p>
                <p style="margin:0 0 16px">Hello {Plain(letter.To)},</p>
                {string.Join('\n', letter.Parts.Select(HtmlOf))}
                <p style="margin:28px 0 0;padding:12px 0 0;border-top:1px solid #999;font-size:13px">
                    {Plain(letter.Why)}
                    {(letter.UnsubscribeUrl is { } unsubscribe ? $"""<a href="{Plain(unsubscribe)}">Unsubscribe</a>""" : "")}
                </p>
            </div>
        </body>
        </html>
        """;

    private static string HtmlOf(LetterPart part)
    {
        const string Quote = "margin:6px 0 0;padding:0 0 0 12px;border-left:3px solid #999;white-space:pre-line";
        return $"""
            <div style="margin:0 0 20px">
                {(part.Text.Length > 0 ? $"""<p dir="auto" style="margin:0">{Plain(part.Text)}</p>""" : "")}
                {(part.Quote is { Length: > 0 } quote ? $"""<blockquote dir="auto" style="{Quote}">{Plain(quote)}</blockquote>""" : "")}
                {(part.Url is { } url ? ButtonOf(url, part.LinkText) : "")}
            </div>
            """;
    }

    private static string ButtonOf(string url, string? words) =>
        $"""<p style="margin:12px 0 0"><a style="{Button}" href="{Plain(url)}">{Plain(words)}</a></p>""";

    /// <summary>What people wrote is never markup.</summary>
    private static string Plain(string? words) => WebUtility.HtmlEncode(words ?? "");
}
