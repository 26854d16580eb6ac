using System.Xml;
using System.Xml.Linq;

using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Lookup;

/// <summary>What arXiv says about a paper: its Atom API (https://info.arxiv.org/help/api/user-manual.html).</summary>
internal static class ArxivFacts
{
    private const string Source = "arXiv";

    /// <summary>An answer goes four deep and has some dozens of elements; an author in a large collaboration is two.</summary>
    private const int Deepest = 16;
    private const int MostElements = 20_000;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Arxiv = "http://arxiv.org/schemas/atom";

    public static string Address(FactSources sources, string id) =>
        $"{sources.Arxiv}/api/query?id_list={Uri.EscapeDataString(id)}&max_results=1";

    /// <returns>Nothing for an answer that is none; arXiv answers a number that it does not know with an entry named "Error".</returns>
    public static WorkMetadata Read(LookupResponse answer, string id, CancellationToken cancellationToken)
    {
        if (Entry(answer, cancellationToken) is not { } entry || entry.Element(Atom + "published") is null)
        {
            return WorkMetadata.None;
        }

        var says = new SourcedValues(Source);
        return new WorkMetadata
        {
            Title = says.Title(entry.Element(Atom + "title")?.Value),
            Authors = says.Authors(entry.Elements(Atom + "author").Select(author => author.Element(Atom + "name")?.Value)),
            Kind = says.Kind(ResourceKind.Paper),
            ArxivId = says.ArxivId(id),
            Doi = says.Doi(entry.Element(Arxiv + "doi")?.Value),
            Abstract = says.Abstract(entry.Element(Atom + "summary")?.Value),
        }.Or(says.Date(entry.Element(Atom + "published")?.Value));
    }

    private static XElement? Entry(LookupResponse answer, CancellationToken cancellationToken)
    {
        try
        {
            if (IsTooMuch(answer, cancellationToken))
            {
                return null;
            }

            using var reader = Reader(answer);
            return XDocument.Load(reader).Root?.Element(Atom + "entry");
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Looked at before a tree is made of it.</summary>
    private static bool IsTooMuch(LookupResponse answer, CancellationToken cancellationToken)
    {
        using var reader = Reader(answer);
        var parts = 0;
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            parts += 1 + reader.AttributeCount;
            if (reader.Depth > Deepest || parts > MostElements)
            {
                return true;
            }
        }

        return false;
    }

    // No DTD: it could name files and make a megabyte of a line.
    private static XmlReader Reader(LookupResponse answer) => XmlReader.Create(
        new MemoryStream(answer.Body.ToArray()),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 4_000_000 });
}
