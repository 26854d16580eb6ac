using System.Collections.Frozen;

namespace LlmGuide.Core.Accounts;

/// <summary>
/// What is guessed first (NIST SP 800-63B-4, 3.1.1.2: such passwords shall not be taken). The list and its licence are in
/// common-passwords.txt; nothing that somebody typed is asked of anybody else.
/// </summary>
internal static class CommonPasswords
{
    private const string Resource = "common-passwords.txt";

    /// <summary>What is written for a letter: "p@ssw0rd".</summary>
    private const string Signs = "013457@$!";
    private const string Letters = "oleastasi";

    /// <summary>Shorter words are a part of many a good password.</summary>
    private const int ShortestWord = 4;

    private static readonly Lazy<FrozenSet<string>> Known = new(Read);

    /// <summary>
    /// Whether a password is on the list, in whatever case or signs for letters; or is a word of the list with nothing but digits
    /// and signs around it, or said several times: those are guessed next.
    /// </summary>
    /// <param name="password">In its normal form.</param>
    public static bool Has(string password)
    {
        var folded = password.ToLowerInvariant();
        var bare = Bare(folded);
        return Known.Value.Contains(folded) || IsRun(folded) || IsWord(bare) || IsWord(Spelled(bare)) || IsWord(Bare(Spelled(folded)));
    }

    private static bool IsWord(string word) => Once(word) is { Length: >= ShortestWord } once && Known.Value.Contains(once);

    private static string Bare(string folded) => folded.Trim([.. folded.Where(c => !char.IsLetter(c)).Distinct()]);

    private static string Spelled(string folded) =>
        string.Concat(folded.Select(c => Signs.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? Letters[at] : c));

    /// <summary>"dragondragon" is "dragon"; the shortest part that the whole is made of.</summary>
    private static string Once(string word)
    {
        var at = word.Length > 1 ? (word + word).IndexOf(word, 1, StringComparison.Ordinal) : word.Length;
        return word[..Math.Min(at, word.Length)];
    }

    /// <summary>"abcdefghij", "9876543210": each character is the next one.</summary>
    private static bool IsRun(string folded) =>
        folded.Zip(folded.Skip(1), (one, next) => next - one).Distinct().ToList() is [1] or [-1];

    private static FrozenSet<string> Read()
    {
        using var file = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)!);
        return file.ReadToEnd().Split('\n').Where(line => line is [not '#', ..]).ToFrozenSet(StringComparer.Ordinal);
    }
}
