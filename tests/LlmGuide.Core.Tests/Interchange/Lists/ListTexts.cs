using System.Text;

using LlmGuide.Core.Interchange.Lists.Parts;
using LlmGuide.Core.Interchange.Lists.Reading;

namespace LlmGuide.Core.Tests.Interchange.Lists;

/// <summary>Short lists, and what was read of them.</summary>
internal static class ListTexts
{
    public static ReadList Read(string markdown) => Read(Encoding.UTF8.GetBytes(markdown));

    public static ReadList Read(byte[] file)
    {
        var text = ListText.Read(file);
        Assert.Null(text.Refusal);
        return ListReader.Read(text.Value!, TestContext.Current.CancellationToken);
    }

    /// <summary>The one work of a list.</summary>
    public static ReadLine Work(string markdown) => Assert.Single(Works(markdown));

    public static IReadOnlyList<ReadLine> Works(string markdown) => [.. Read(markdown).Lines.Where(line => line.IsWork)];

    /// <summary>Every work as "title → address".</summary>
    public static IEnumerable<string> Named(string markdown) => Works(markdown).Select(work => $"{work.Title} → {work.Url}");
}
