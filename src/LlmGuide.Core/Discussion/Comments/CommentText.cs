using LlmGuide.Core.Data;
using LlmGuide.Core.Text;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Comments;

/// <summary>
/// Renders what a member wrote, as it will stand: with links to those whom it mentions. For a comment, and for its preview.
/// </summary>
public sealed class CommentText(IDbContextFactory<GuideDb> databases, IMarkdown markdown, ICatalogueLinks catalogue)
{
    /// <summary>So many members at most are told by one comment; further names stay text.</summary>
    public const int MostMentions = 20;

    /// <returns>The text, or a sentence about what cannot be rendered.</returns>
    public async Task<Outcome<RenderedComment>> RenderAsync(string text, CancellationToken cancellationToken)
    {
        text = CleanText.Composed(text);
        if (string.IsNullOrWhiteSpace(text))
        {
            return Refusal.Rule("Write something first.", nameof(CommentDraft.Text));
        }

        if (text.Length > Comment.MaxLength)
        {
            return Refusal.Rule("At most 10,000 characters, please. Could it be two comments?", nameof(CommentDraft.Text));
        }

        try
        {
            // Most texts mention nobody, and are done.
            var plain = await markdown.RenderCommentAsync(text, [], cancellationToken);
            if (plain.IsBlank)
            {
                return Refusal.Rule("Readers would see nothing of this. Write something first.", nameof(CommentDraft.Text));
            }

            var mentioned = await MembersAsync(plain.References.Mentions, cancellationToken);
            var linked = mentioned.Count == 0 ? plain
                : await markdown.RenderCommentAsync(text, [.. mentioned.Select(m => m.Name)], cancellationToken);
            var addresses = await catalogue.ElsewhereAsync(linked.References.Addresses, cancellationToken);
            return new RenderedComment(
                linked.Body, linked.References with { Addresses = addresses }, [.. mentioned.Select(m => m.Id)]);
        }
        catch (MarkdownException wrong)
        {
            return Refusal.Rule(wrong.Message, nameof(CommentDraft.Text));
        }
        catch (BusyException busy)
        {
            return Refusal.Busy(busy.Message, nameof(CommentDraft.Text));
        }
    }

    private async Task<List<Mentioned>> MembersAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return [];
        }

        var normal = names.Take(MostMentions).Select(name => name.ToUpperInvariant()).ToList();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Members.AsNoTracking().Where(m => normal.Contains(m.NormalizedUserName!))
            .Select(m => new Mentioned(m.Id, m.UserName!)).ToListAsync(cancellationToken);
    }

    private sealed record Mentioned(int Id, string Name);
}

/// <param name="Body">Source and safe HTML.</param>
/// <param name="References">Whom it mentions, and which links lead where the catalogue does not lead either.</param>
public sealed record RenderedComment(Prose Body, TextReferences References, IReadOnlyList<int> Mentioned);
