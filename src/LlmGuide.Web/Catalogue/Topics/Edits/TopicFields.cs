using System.Globalization;

using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Web.Forms;

using Microsoft.Extensions.Primitives;

namespace LlmGuide.Web.Catalogue.Topics.Edits;

/// <summary>The form of a topic as it was sent. Lists are repeated fields, in the order in which they stand on the page.</summary>
/// <param name="Draft">With empty rows where somebody was about to fill one in.</param>
/// <param name="Stage">The slug of the stage that was chosen.</param>
internal sealed record TopicFields(TopicDraft Draft, string Stage, int Version, string Reason, FormAction Act)
{
    /// <summary>More is not read: the rules refuse it anyway.</summary>
    private const int MostRows = 200;

    public static TopicFields Read(IFormCollection form, bool removed) => new(
        new TopicDraft
        {
            Slug = Text(form["Slug"]),
            Title = Text(form["Title"]),
            Summary = Text(form["Summary"]),
            Objective = Text(form["Objective"]),
            Introduction = Text(form["Introduction"]),
            Concepts = [.. Pairs(form, "Concept.Term", "Concept.Definition").Select(p => new ConceptDraft(p.First, p.Second))],
            Checks = [.. Pairs(form, "Check.Question", "Check.Answer").Select(p => new CheckDraft(p.First, p.Second))],
            Prerequisites = [.. Pairs(form, "Prerequisite.Topic", "Prerequisite.Reason")
                .Select(p => new PrerequisiteDraft(p.First, p.Second))],
            Reading = [.. form["Reading"].OfType<string>().Take(MostRows)],
            Removed = removed,
        },
        Text(form["Stage"]),
        int.TryParse(form["Version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
        Text(form["Reason"]),
        FormAction.Read(form["do"]));

    /// <summary>Without the rows that nobody has filled in.</summary>
    public TopicDraft Filled => Draft with
    {
        Concepts = [.. Draft.Concepts.Where(c => !Blank(c.Term, c.Definition))],
        Checks = [.. Draft.Checks.Where(c => !Blank(c.Question, c.Answer))],
        Prerequisites = [.. Draft.Prerequisites.Where(p => !Blank(p.Topic, p.Reason))],
    };

    /// <summary>With a row more or less, or in another order.</summary>
    public TopicDraft Arranged => Act.List switch
    {
        "concepts" => Draft with { Concepts = Act.Of(Draft.Concepts, new ConceptDraft("")) },
        "checks" => Draft with { Checks = Act.Of(Draft.Checks, new CheckDraft("")) },
        "prerequisites" => Draft with { Prerequisites = Act.Of(Draft.Prerequisites, new PrerequisiteDraft("")) },
        "reading" => Draft with { Reading = Act.Of(Draft.Reading, null) },
        _ => Draft,
    };

    private static bool Blank(string first, string second) => string.IsNullOrWhiteSpace(first) && string.IsNullOrWhiteSpace(second);

    private static string Text(StringValues value) => value.ToString().ReplaceLineEndings("\n");

    private static IEnumerable<(string First, string Second)> Pairs(IFormCollection form, string first, string second) =>
        form[first].OfType<string>().Zip(form[second].OfType<string>()).Take(MostRows)
            .Select(p => (p.First, p.Second.ReplaceLineEndings("\n")));
}
