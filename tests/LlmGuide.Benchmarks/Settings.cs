using System.Globalization;

namespace LlmGuide.Benchmarks;

/// <param name="Names">Which benchmarks to run; none for all.</param>
/// <param name="Seconds">How long each measurement runs.</param>
/// <param name="Rounds">How often each is repeated, in turn with the others.</param>
internal sealed record Settings(IReadOnlyList<string> Names, int Seconds, int Rounds)
{
    public bool Wants(string name) => Names.Count == 0 || Names.Contains(name);

    public static Settings Read(string[] args)
    {
        return new Settings([.. args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal))], Number("--seconds", 2), Number("--rounds", 5));

        int Number(string option, int otherwise)
        {
            var at = Array.IndexOf(args, option);
            return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
        }
    }
}
