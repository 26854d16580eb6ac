using System.Globalization;

using LlmGuide.Core.Text;

namespace LlmGuide.Core;

/// <summary>Markdown that a person typed, rendered; what is wrong with it is a refusal at its field.</summary>
public static class TypedProse
{
    extension(IMarkdown markdown)
    {
        /// <summary>A single paragraph, as <see cref="IMarkdown.RenderLineAsync"/>.</summary>
        /// <param name="longest">In characters.</param>
        /// <param name="field">The name of the field in the draft.</param>
        /// <returns>Nothing for nothing: whether there has to be something is for the form to say, in its own words.</returns>
        public Task<Outcome<Prose>> LineAsync(string? text, int longest, string field, CancellationToken cancellationToken) =>
            string.IsNullOrWhiteSpace(CleanText.Composed(text))
                ? Task.FromResult<Outcome<Prose>>(Prose.Empty)
                : RenderedAsync(text, longest, field, markdown.RenderLineAsync, cancellationToken);

        /// <summary>Paragraphs and all, as <see cref="IMarkdown.RenderAsync"/>.</summary>
        /// <param name="longest">In characters.</param>
        /// <param name="field">The name of the field in the draft.</param>
        public Task<Outcome<Prose>> TextAsync(string? text, int longest, string field, CancellationToken cancellationToken) =>
            RenderedAsync(text, longest, field, markdown.RenderAsync, cancellationToken);
    }

    private static async Task<Outcome<Prose>> RenderedAsync(
        string? text, int longest, string field, Func<string, CancellationToken, Task<Prose>> render, CancellationToken cancellationToken)
    {
        var source = (CleanText.Composed(text) ?? "").Trim();
        if (source.Length > longest)
        {
            return Refusal.Rule(
                $"At most {longest.ToString("N0", CultureInfo.InvariantCulture)} characters, please; "
                + $"this has {source.Length.ToString("N0", CultureInfo.InvariantCulture)}.",
                field);
        }

        try
        {
            return await render(source, cancellationToken);
        }
        catch (MarkdownException wrong)
        {
            return Refusal.Rule(wrong.Message, field);
        }
        catch (BusyException busy)
        {
            return Refusal.Busy(busy.Message, field);
        }
    }
}
