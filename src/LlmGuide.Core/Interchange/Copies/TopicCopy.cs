using System.Globalization;
using System.Net;
using System.Text;

using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Figures;

namespace LlmGuide.Core.Interchange.Copies;

/// <summary>The page of a topic in a copy, from the HTML that the site keeps of its texts: formulas need no script there either.</summary>
internal static class TopicCopy
{
    public static string Write(TopicPageView topic)
    {
        var html = new StringBuilder();
        html.Append(
            CultureInfo.InvariantCulture,
            $"<h1>{Text(topic.Title)}</h1><p>{Text(topic.Stage)}, topic {topic.Position} of {topic.Topics}. "
            + $"<a href=\"/topics/{topic.Slug}.bib\">Citations</a></p><p><b>{Text(topic.Objective)}</b></p>");
        Related(html, "Know these first", topic.Prerequisites);
        html.Append("<h2>The idea</h2>").Append(FigurePlace.Fill(
            topic.IntroductionHtml, slug => $"<figure><img src=\"/figures/{slug}.svg\" alt=\"\">"));
        if (topic.Concepts.Count > 0)
        {
            html.Append("<h2>Key concepts</h2><dl>").AppendJoin(
                "", topic.Concepts.Select(c => $"<dt>{Text(c.Term)}</dt><dd>{c.Definition.Html}</dd>")).Append("</dl>");
        }

        Places(html, "Essential", topic, topic.Essentials);
        Places(html, "Further reading", topic, topic.Further);
        if (topic.Checks.Count > 0)
        {
            html.Append("<h2>Check yourself</h2>").AppendJoin("", topic.Checks.Select(
                check => $"<details><summary>{check.Question.Html}</summary><p>{check.Answer.Html}</p></details>"));
        }

        Related(html, "Leads on to", topic.Unlocks);
        return html.ToString();
    }

    private static void Related(StringBuilder html, string title, IReadOnlyList<RelatedTopic> topics)
    {
        if (topics.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2><ul>").AppendJoin(
                "", topics.Select(t => $"<li><a href=\"/topics/{t.Slug}\">{Text(t.Title)}</a>: {Text(t.Reason)}</li>")).Append("</ul>");
        }
    }

    private static void Places(StringBuilder html, string title, TopicPageView topic, IEnumerable<PlacedResource> places)
    {
        var items = places.Select(place => Place(place)
            + string.Concat(topic.CompanionsOf(place.Resource.Slug).Select(c => $"<ul><li>{Place(c)}</li></ul>"))).ToList();
        if (items.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2><ol>")
                .AppendJoin("", items.Select(item => $"<li>{item}</li>")).Append("</ol>");
        }
    }

    private static string Place(PlacedResource place) =>
        $"<a href=\"/resources/{place.Resource.Slug}\">{Text(place.Resource.Title)}</a>. {place.WhyHtml}";

    private static string Text(string words) => WebUtility.HtmlEncode(words);
}
