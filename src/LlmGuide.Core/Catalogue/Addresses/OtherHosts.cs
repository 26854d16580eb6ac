using System.Collections.Frozen;

namespace LlmGuide.Core.Catalogue.Addresses;

/// <summary>Sites that answer under several hosts: short ones, those for phones, the name from before.</summary>
internal static class OtherHosts
{
    private const string OnPhones = ".m.wikipedia.org";

    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["hf.co"] = "huggingface.co",
        ["twitter.com"] = "x.com",
        ["mobile.twitter.com"] = "x.com",
        ["m.twitter.com"] = "x.com",
        ["old.reddit.com"] = "reddit.com",
        ["new.reddit.com"] = "reddit.com",
        ["np.reddit.com"] = "reddit.com",
        ["m.reddit.com"] = "reddit.com",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="host">In lower case, without "www".</param>
    /// <returns>The one that the site is known by.</returns>
    public static string Usual(string host) =>
        Known.TryGetValue(host, out var usual) ? usual
        : host.EndsWith(OnPhones, StringComparison.Ordinal) ? $"{host[..^OnPhones.Length]}.wikipedia.org"
        : host;
}
