using System.Globalization;

using LlmGuide.Core.Text;

namespace LlmGuide.Core.Revisions;

/// <summary>Reads the fields of a draft one after the other, and keeps what is wrong.</summary>
internal sealed class DraftLines
{
    public const int LongestName = 200;
    public const int LongestText = 1_000;
    public const int LongestAddress = 2_000;

    private const int FirstYear = 1900;

    private readonly List<Refusal> _wrong = [];

    /// <summary>All that is wrong, the first of each field; <c>null</c> while nothing is.</summary>
    public Refusal? Wrong => Refusal.All(_wrong);

    /// <summary>Keeps what others have found; <c>null</c> for nothing.</summary>
    public void Add(params IEnumerable<Refusal?> wrong) => _wrong.AddRange(wrong.OfType<Refusal>());

    /// <param name="longest">In characters.</param>
    /// <param name="field">The name of the field in the draft.</param>
    /// <param name="missing">What to say when there is nothing; <c>null</c> where nothing is fine.</param>
    public string Line(string? text, int longest, string field, string? missing = null)
    {
        var line = TypedLine.Read(text, longest, field);
        if (line.Refusal is { } refusal)
        {
            _wrong.Add(refusal);
        }

        Refuse(missing is not null && line.Value is "", missing ?? "", field);
        return line.Value ?? "";
    }

    public string? Optional(string? text, int longest, string field) => Line(text, longest, field) is { Length: > 0 } line ? line : null;

    /// <summary>Several lines, each without what cannot be seen.</summary>
    public string Block(string? text, string field, string? missing = null)
    {
        var block = string.Join('\n', (CleanText.Of(text) ?? "").Split('\n').Select(line => Line(line, LongestText, field))).Trim();
        Refuse(
            block.Length > LongestText, $"At most {LongestText.ToString("N0", CultureInfo.InvariantCulture)} characters, please.", field);
        Refuse(missing is not null && block.Length == 0, missing ?? "", field);
        return block;
    }

    public string? Address(string? url, string field, string? missing = null)
    {
        var address = (url ?? "").Trim();
        if (address.Length == 0)
        {
            Refuse(missing is not null, missing ?? "", field);
            return null;
        }

        Refuse(
            !WebAddress.IsWhole(address) || address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)),
            "This is not a complete address: it must begin with https:// or http://.", field);
        Refuse(
            address.Length > LongestAddress,
            $"At most {LongestAddress.ToString("N0", CultureInfo.InvariantCulture)} characters, please.", field);
        return address;
    }

    /// <summary>The slug that was typed, or the one that the name suggests.</summary>
    public string Slug(string typed, string name, string field)
    {
        var slug = typed.Trim() is { Length: > 0 } given ? given : Core.Slug.Of(name);
        Refuse(Core.Slug.Fault(slug) is not null, Core.Slug.Fault(slug) ?? "", field);
        return slug;
    }

    public void Year(int? year, DateTimeOffset now, string field) =>
        Refuse(year is < FirstYear || year > now.Year + 1, string.Create(
            CultureInfo.InvariantCulture, $"Enter a year from {FirstYear} to next year, or leave it empty."), field);

    public void Refuse(bool when, string why, string field)
    {
        if (when)
        {
            _wrong.Add(Refusal.Rule(why, field));
        }
    }
}
