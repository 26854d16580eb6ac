using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LlmGuide.Core.Figures;

/// <summary>
/// Reads a drawing that may be anything, and keeps what <see cref="FigureVocabulary"/> knows: all else is a fault, not left out, so that
/// whoever drew it hears of it. What goes to the page is written from the elements that were read, never the text of the file.
/// </summary>
internal sealed class FigureReader(string file, string slug)
{
    /// <summary>In characters, before anything is parsed.</summary>
    public const int MaxLength = 30_000;

    /// <summary>In bytes, as a browser gets it.</summary>
    public const int MaxCompressed = 7 * 1024;

    private const int MinHeight = 40;
    private const int MaxHeight = 560;
    private const int MaxDepth = 8;
    private const int MaxTitle = 80;
    private const int MinDescription = 40;
    private const int MaxDescription = 600;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly List<FigureFault> _faults = [];

    public IReadOnlyList<FigureFault> Faults => _faults;

    /// <returns><c>null</c> when there are <see cref="Faults"/>.</returns>
    public Figure? Read(string text)
    {
        if (text.Length > MaxLength)
        {
            Fault(1, $"The drawing has more than {MaxLength.ToString("N0", CultureInfo.InvariantCulture)} characters.");
        }
        else if (Parse(text) is { } drawing)
        {
            CheckRoot(drawing);
            foreach (var element in drawing.DescendantsAndSelf())
            {
                Check(element);
            }

            return _faults.Count == 0 ? Make(drawing) : null;
        }

        return null;
    }

    private XElement? Parse(string text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxLength,
            IgnoreComments = true,
            IgnoreWhitespace = true,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
        }
        catch (XmlException broken)
        {
            Fault(Math.Max(1, broken.LineNumber), broken.Message);
            return null;
        }
    }

    private void CheckRoot(XElement drawing)
    {
        if (drawing.Name != Svg + "svg")
        {
            Fault(drawing, "The drawing must be an svg element of the namespace http://www.w3.org/2000/svg.");
        }

        if (HeightOf(drawing) is < MinHeight or > MaxHeight)
        {
            Fault(
                drawing, $"The drawing needs a viewBox of “0 0 328 HEIGHT”, {MinHeight} to {MaxHeight} high: that is its size on a phone.");
        }

        CheckWords(drawing, "title", 4, MaxTitle);
        CheckWords(drawing, "desc", MinDescription, MaxDescription);
        if (Compressed(drawing) > MaxCompressed)
        {
            Fault(drawing, $"The drawing has more than {MaxCompressed} bytes when compressed.");
        }
    }

    private static int HeightOf(XElement drawing) =>
        drawing.Attribute("viewBox")?.Value.Split(' ') is [.., var last]
        && int.TryParse(last, CultureInfo.InvariantCulture, out var height) ? height : 0;

    private void CheckWords(XElement drawing, string name, int min, int max)
    {
        if (drawing.Elements(Svg + name).ToList() is not [{ HasElements: false } words]
            || Words(words).Length < min || Words(words).Length > max)
        {
            Fault(drawing, $"The drawing needs one {name} of {min} to {max} characters.");
        }
    }

    private void Check(XElement element)
    {
        var name = element.Name.LocalName;
        if (element.Name.Namespace != Svg || !FigureVocabulary.HasElement(name) || (name == "svg" && element.Parent is not null))
        {
            Fault(element, $"A drawing has no “{name}”: it is made of shapes and words alone.");
        }

        if (element.Ancestors().Count() > MaxDepth)
        {
            Fault(element, $"“{name}” is nested too deep: at most {MaxDepth} elements around it.");
        }

        foreach (var node in element.Nodes().Where(node => node is XProcessingInstruction or XCData))
        {
            Fault(element, $"“{name}” holds something that is no shape and no word ({node.NodeType}).");
        }

        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration || a.Name.LocalName != "xmlns"))
        {
            Check(element, attribute);
        }
    }

    private void Check(XElement element, XAttribute attribute)
    {
        var (of, name, value) = (element.Name.LocalName, attribute.Name.LocalName, attribute.Value);
        if (name is "fill" or "stroke" && attribute.Name.Namespace == XNamespace.None)
        {
            if (FigureVocabulary.ColourFault(of, value) is { } wrong)
            {
                Fault(attribute, wrong);
            }
        }
        else if (attribute.Name.Namespace != XNamespace.None || !FigureVocabulary.Allows(name, value))
        {
            Fault(attribute, $"“{of}” may not have {name}=“{value}”.");
        }
        else if (name == "font-size" && double.Parse(value, CultureInfo.InvariantCulture) < FigureVocabulary.MinFontSize)
        {
            Fault(attribute, $"Words are at least {FigureVocabulary.MinFontSize} units high.");
        }
        else if (name == "data-module" && element.Parent is not null)
        {
            Fault(attribute, "data-module belongs on the svg element itself.");
        }
    }

    private Figure Make(XElement drawing)
    {
        var (title, description) = (drawing.Element(Svg + "title")!, drawing.Element(Svg + "desc")!);
        var figure = new Figure(slug, Words(title), Words(description), drawing.Attribute("data-module")?.Value, "");
        title.ReplaceWith(new XElement("title", new XAttribute("id", $"{figure.Anchor}-t"), figure.Title));
        description.ReplaceWith(new XElement("desc", new XAttribute("id", $"{figure.Anchor}-d"), figure.Description));
        drawing.SetAttributeValue("data-module", null);
        drawing.SetAttributeValue("role", "img");
        drawing.SetAttributeValue("aria-labelledby", $"{figure.Anchor}-t");
        drawing.SetAttributeValue("aria-describedby", $"{figure.Anchor}-d");

        // In HTML the elements of a drawing are known by their names; without the namespace the markup is what a page is written in.
        foreach (var element in drawing.DescendantsAndSelf())
        {
            element.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
            element.Name = element.Name.LocalName;
        }

        return figure with { Svg = drawing.ToString(SaveOptions.DisableFormatting) };
    }

    private static long Compressed(XElement drawing)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(drawing.ToString(SaveOptions.DisableFormatting)));
        }

        return bytes.Length;
    }

    private static string Words(XElement element) =>
        string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Fault(IXmlLineInfo at, string reason) => Fault(at.HasLineInfo() ? at.LineNumber : 1, reason);

    private void Fault(int line, string reason) => _faults.Add(new FigureFault(file, line, reason));
}
