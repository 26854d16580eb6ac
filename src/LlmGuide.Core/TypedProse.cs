using System.Globalization;

namespace LlmGuide.Core;

/// <summary>Markdown that a person typed, rendered; what is wrong with it is a refusal at its field.</summary>
public static class TypedProse
{
    extension(IMarkdown markdown)
    {
        /// <summary>A single paragraph, as <see cref="IMarkdown.RenderLine"/>.</summary>
        /// <param name="text">As typed.</param>
        /// <param name="longest">In characters.</param>
        /// <param name="field">The name of the field in the draft.</param>
        public Outcome<Prose> Line(string? text, int longest, string field) =>
            Rendered(text, longest, field, markdown.RenderLine);

        /// <summary>Paragraphs and all, as <see cref="IMarkdown.Render"/>.</summary>
        /// <param name="text">As typed.</param>
        /// <param name="longest">In characters.</param>
        /// <param name="field">The name of the field in the draft.</param>
        public Outcome<Prose> Text(string? text, int longest, string field) =>
            Rendered(text, longest, field, markdown.Render);
    }

    private static Outcome<Prose> Rendered(string? text, int longest, string field, Func<string, Prose> render)
    {
        var source = (CleanText.Of(text) ?? "").Trim();
        if (source.Length > longest)
        {
            return Refusal.Rule($"At most {longest.ToString("N0", CultureInfo.InvariantCulture)} characters, please; this has {source.Length.ToString("N0", CultureInfo.InvariantCulture)}.", field);
        }

        try
        {
            return render(source);
        }
        catch (MarkdownException wrong)
        {
            return Refusal.Rule(wrong.Message, field);
        }
    }
}
