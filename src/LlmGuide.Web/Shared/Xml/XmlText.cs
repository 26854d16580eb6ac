using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LlmGuide.Web.Shared.Xml;

/// <summary>
/// The one place where XML is written: feeds, site map, search description, drawings. Its texts may be any (<see cref="CheckedXml"/>).
/// </summary>
internal static class XmlText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="mediaType">Such as application/xml.</param>
    public static IResult Answer(string mediaType, Action<XmlWriter> write)
    {
        using var text = new MemoryStream();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Encoding = Utf8 }))
        {
            write(new CheckedXml(xml));
        }

        return Results.Bytes(text.ToArray(), $"{mediaType}; charset=utf-8");
    }

    /// <summary>An element in a page, without white space between elements.</summary>
    public static string Of(XElement element)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(
            text, new XmlWriterSettings { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment }))
        {
            element.WriteTo(new CheckedXml(xml));
        }

        return text.ToString();
    }
}
