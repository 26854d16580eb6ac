using LlmGuide.Core.Text;

using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmGuide.Web.Markdown.Addresses;

/// <summary>
/// A link to an address that we do not allow is shown as its text. An image becomes a link to it: pages load nothing
/// from other sites. A link without a text has its title or its address for one. What leads off the site is marked as not ours.
/// </summary>
internal static class LinkRules
{
    private const string NotOurs = "ugc nofollow noopener";

    public static void Apply(MarkdownDocument text)
    {
        foreach (var link in text.Descendants<LinkInline>().ToList())
        {
            var insideAnother = link.FindParentOfType<LinkInline>().Any(outer => outer != link);
            var isImage = link.IsImage;
            link.IsImage = false;
            if (insideAnother || !LinkAddress.IsAllowed(link.Url))
            {
                link.ReplaceBy(new ContainerInline(), copyChildren: true);
            }
            else
            {
                Mark(link, link.Url);
                Name(link, isImage);
            }
        }

        // <https://example.org> and <someone@example.org>
        foreach (var link in text.Descendants<AutolinkInline>().ToList())
        {
            if (link.IsEmail || LinkAddress.IsAllowed(link.Url))
            {
                Mark(link, link.Url);
            }
            else
            {
                link.ReplaceBy(new LiteralInline(link.Url));
            }
        }
    }

    /// <summary>Somebody who shows an image says something, and somebody who links nothing does not.</summary>
    private static void Name(LinkInline link, bool isImage)
    {
        if (!VisibleContent.IsIn(link))
        {
            var name = VisibleText.IsIn(link.Title) ? link.Title! : link.Url!;
            link.Clear();
            link.AppendChild(isImage ? new LiteralInline(name) : new StandInLiteral(name));
        }
    }

    private static void Mark(Inline link, string? address)
    {
        if (LinkAddress.LeavesTheSite(address))
        {
            link.GetAttributes().AddProperty("rel", NotOurs);
        }
    }
}
