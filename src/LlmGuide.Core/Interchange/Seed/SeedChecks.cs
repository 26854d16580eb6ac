using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Text;

namespace LlmGuide.Core.Interchange.Seed;

/// <summary>The questions that rules about seed files are made of; each answer that is no is a fault with file and line.</summary>
internal sealed class SeedChecks
{
    private const int LongestTitle = 300;

    private readonly List<SeedFault> _faults = [];

    public IReadOnlyList<SeedFault> Faults => _faults;

    public void Text<T>(Located<T> at, string what, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Fault(at, $"The {what} is empty.");
        }
        else if (what == "title" && text.Length > LongestTitle)
        {
            Fault(at, $"The title is longer than {LongestTitle} characters.");
        }
    }

    public void Address<T>(Located<T> at, string? url)
    {
        if (!WebAddress.IsWhole(url))
        {
            Fault(at, $"“{url}” is not a whole http or https address.");
        }
    }

    public void Day<T>(Located<T> at, string what, string? day)
    {
        if (day is not null && TypedDay.Read(day) is null)
        {
            Fault(at, $"The {what} is “{day}”; it must be a day like 2026-11-30.");
        }
    }

    public void Minutes(Located<SeedTopic> at, SeedPlacement placement)
    {
        if (placement.Minutes is < 1 or > ResourceRules.MostMinutes)
        {
            Fault(at, $"The minutes of “{placement.Resource}” must be 1 or more, and at most {ResourceRules.MostMinutes}.");
        }
    }

    public void OneOf<T, TNames>(Located<T> at, string what, string? name)
        where TNames : struct, Enum
    {
        if (Names.Parse<TNames>(name) is null)
        {
            Fault(at, $"The {what} is “{name}”; it must be one of {string.Join(", ", Names.All<TNames>())}.");
        }
    }

    public void Known<T>(Located<T> at, string what, IEnumerable<string?> slugs, HashSet<string> known)
    {
        foreach (var slug in slugs.Where(slug => slug is null || !known.Contains(slug)))
        {
            Fault(at, $"There is no {what} “{slug}” to refer to.");
        }
    }

    public void Once<T>(Located<T> at, string what, IEnumerable<string?> slugs)
    {
        foreach (var twice in slugs.GroupBy(slug => slug, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            Fault(at, $"The {what} “{twice.Key}” is listed twice.");
        }
    }

    public void Unique<T>(IReadOnlyList<Located<T>> rows, string what, Func<T, string?> slug, Func<T, IEnumerable<string>> former)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var name in former(row.Value).Prepend(slug(row.Value) ?? ""))
            {
                if (!Slug.IsValid(name))
                {
                    Fault(row, $"“{name}” is not a slug: lower-case letters and digits, words joined by single hyphens.");
                }
                else if (Slug.IsReserved(name))
                {
                    Fault(row, $"“{name}” is an address of the guide’s own.");
                }
                else if (!seen.Add(name))
                {
                    Fault(row, $"Two {what}s share the slug “{name}”.");
                }
            }
        }
    }

    public static void Each<T>(IReadOnlyList<Located<T>> rows, Action<Located<T>> check)
    {
        foreach (var row in rows)
        {
            check(row);
        }
    }

    public void Add(IEnumerable<SeedFault> faults) => _faults.AddRange(faults);

    public void Fault<T>(Located<T> at, string reason) => _faults.Add(new SeedFault(at.File, at.Line, reason));
}
