namespace LlmGuide.Core.LinkChecks.Rounds;

/// <summary>The rules of one site for one robot, as RFC 9309 reads them. The few lines that concern us are kept.</summary>
public sealed class RobotsRules
{
    public static readonly RobotsRules AllowAll = new([], null);

    /// <summary>RFC 9309, 2.5: at least this much must be read.</summary>
    public const int MostBytes = 500 * 1024;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private readonly IReadOnlyList<Rule> _rules;

    private RobotsRules(IReadOnlyList<Rule> rules, TimeSpan? delay)
    {
        _rules = rules;
        Delay = delay;
    }

    /// <summary>
    /// How long the site wants to be left alone between two questions (<c>Crawl-delay</c>,
    /// which many sites know and the RFC does not); half a minute at most.
    /// </summary>
    public TimeSpan? Delay { get; }

    /// <param name="text">A robots.txt; lines that make no sense are passed over.</param>
    /// <param name="robot">The name of the robot. Groups for it, together, go before those for everybody.</param>
    public static RobotsRules Parse(string text, string robot)
    {
        var (own, any) = (new Group(), new Group());
        var current = new HashSet<Group>();
        var namesOpen = false;
        foreach (var (name, value) in text.TrimStart('\uFEFF').AsSpan().EnumerateLines().ToPairs())
        {
            if (name == "user-agent")
            {
                if (!namesOpen)
                {
                    current.Clear();
                }

                namesOpen = true;
                if (value == "*")
                {
                    current.Add(any.Seen());
                }
                else if (Token(value).Equals(robot, StringComparison.OrdinalIgnoreCase))
                {
                    current.Add(own.Seen());
                }

                continue;
            }

            namesOpen &= name is not ("allow" or "disallow" or "crawl-delay");
            foreach (var named in current)
            {
                named.Take(name, value);
            }
        }

        var group = own.IsThere ? own : any;
        return new RobotsRules(group.Rules, group.Delay > LongestDelay ? LongestDelay : group.Delay);
    }

    /// <summary>The longest rule that fits decides; of two as long, the one that allows.</summary>
    public bool Allow(Uri address)
    {
        var path = address.PathAndQuery;
        var decides = _rules.Where(rule => Fits(rule.Pattern, path)).OrderByDescending(rule => rule.Pattern.Length)
            .ThenByDescending(rule => rule.Allows).FirstOrDefault();
        return path == "/robots.txt" || decides is null || decides.Allows;
    }

    /// <summary>
    /// <c>*</c> stands for anything, <c>$</c> at the end for the end; walked without going back further than the last star.
    /// </summary>
    private static bool Fits(string pattern, string path)
    {
        var toEnd = pattern.EndsWith('$');
        var parts = pattern.TrimEnd('$').Split('*');
        var at = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var last = toEnd && i == parts.Length - 1;
            var found = i == 0 ? (path.StartsWith(parts[0], StringComparison.Ordinal) ? 0 : -1)
                : last ? Math.Max(path.Length - parts[i].Length, -1)
                : path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < at || (i > 0 && last && !path.EndsWith(parts[i], StringComparison.Ordinal)))
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return !toEnd || at == path.Length;
    }

    private static string Token(string value) => new([.. value.TakeWhile(c => char.IsAsciiLetter(c) || c is '_' or '-')]);

    private sealed record Rule(string Pattern, bool Allows);

    private sealed class Group
    {
        private readonly List<Rule> _rules = [];

        public bool IsThere { get; private set; }

        public TimeSpan? Delay { get; private set; }

        public IReadOnlyList<Rule> Rules => _rules;

        public Group Seen()
        {
            IsThere = true;
            return this;
        }

        public void Take(string name, string value)
        {
            if (name is "allow" or "disallow" && value.Length > 0)
            {
                _rules.Add(new Rule(Escaped(value), name == "allow"));
            }
            else if (name == "crawl-delay" && double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
                && seconds is > 0 and < 86_400)
            {
                Delay = TimeSpan.FromSeconds(seconds);
            }
        }

        // RFC 9309, 2.2.2: what is outside of ASCII is compared as percent-encoded UTF-8, as addresses have it.
        private static string Escaped(string value) =>
            value.All(char.IsAscii) ? value : string.Concat(
                value.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
    }
}
