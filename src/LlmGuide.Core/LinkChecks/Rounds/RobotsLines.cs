using System.Text;

namespace LlmGuide.Core.LinkChecks.Rounds;

internal static class RobotsLines
{
    /// <summary>The lines that say something: a name in lower case, and what stands behind its colon without a comment.</summary>
    public static List<(string Name, string Value)> ToPairs(this SpanLineEnumerator lines)
    {
        var pairs = new List<(string, string)>();
        foreach (var line in lines)
        {
            var words = line.IndexOf('#') is >= 0 and var comment ? line[..comment] : line;
            if (words.IndexOf(':') is > 0 and var colon)
            {
                pairs.Add((words[..colon].Trim().ToString().ToLowerInvariant(), words[(colon + 1)..].Trim().ToString()));
            }
        }

        return pairs;
    }
}
