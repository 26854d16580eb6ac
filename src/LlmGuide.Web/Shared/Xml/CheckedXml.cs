using System.Xml;

using LlmGuide.Core.Text;

namespace LlmGuide.Web.Shared.Xml;

/// <summary>
/// Writes XML that is well-formed whatever the texts in it are. The framework's writer either throws at a character that XML 1.0 cannot
/// hold, and a feed was an error to everybody, or writes a reference to it, which no reader takes; here it becomes U+FFFD.
/// </summary>
internal sealed class CheckedXml(XmlWriter inner) : XmlWriter
{
    public override WriteState WriteState => inner.WriteState;

    public override void WriteString(string? text) => inner.WriteString(CleanText.Marked(text));

    public override void WriteChars(char[] buffer, int index, int count) => WriteString(new string(buffer, index, count));

    public override void WriteCharEntity(char ch) => WriteString(ch.ToString());

    public override void WriteSurrogateCharEntity(char lowChar, char highChar) => WriteString(new string([highChar, lowChar]));

    public override void WriteWhitespace(string? ws) => inner.WriteWhitespace(CleanText.Marked(ws));

    public override void WriteCData(string? text) => inner.WriteCData(CleanText.Marked(text));

    public override void WriteComment(string? text) => inner.WriteComment(CleanText.Marked(text));

    public override void WriteRaw(string data) => inner.WriteRaw(CleanText.Marked(data));

    public override void WriteRaw(char[] buffer, int index, int count) => WriteRaw(new string(buffer, index, count));

    public override void WriteBase64(byte[] buffer, int index, int count) => inner.WriteBase64(buffer, index, count);

    // Names are the program's own.
    public override void WriteStartDocument() => inner.WriteStartDocument();

    public override void WriteStartDocument(bool standalone) => inner.WriteStartDocument(standalone);

    public override void WriteEndDocument() => inner.WriteEndDocument();

    public override void WriteDocType(string name, string? pubid, string? sysid, string? subset) =>
        inner.WriteDocType(name, pubid, sysid, subset);

    public override void WriteProcessingInstruction(string name, string? text) =>
        inner.WriteProcessingInstruction(name, CleanText.Marked(text));

    public override void WriteEntityRef(string name) => inner.WriteEntityRef(name);

    public override void WriteStartElement(string? prefix, string localName, string? ns) => inner.WriteStartElement(prefix, localName, ns);

    public override void WriteEndElement() => inner.WriteEndElement();

    public override void WriteFullEndElement() => inner.WriteFullEndElement();

    public override void WriteStartAttribute(string? prefix, string localName, string? ns) =>
        inner.WriteStartAttribute(prefix, localName, ns);

    public override void WriteEndAttribute() => inner.WriteEndAttribute();

    public override string? LookupPrefix(string ns) => inner.LookupPrefix(ns);

    public override void Flush() => inner.Flush();
}
