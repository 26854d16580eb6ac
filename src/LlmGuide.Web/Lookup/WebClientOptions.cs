namespace LlmGuide.Web.Lookup;

/// <summary>The bounds of what is asked elsewhere (configuration section <c>Outside</c>).</summary>
public sealed record WebClientOptions
{
    public const string Section = "Outside";

    /// <summary>
    /// For tests alone: lets the guide ask servers on its own machine, at any port. Set in production, it opens what listens there to
    /// whoever may paste an address.
    /// </summary>
    public bool AllowLoopback { get; init; }

    /// <summary>For one question, redirects and body included.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>After so many a browser gives up as well; ours gives up earlier.</summary>
    public int MostRedirects { get; init; } = 8;

    /// <summary>Of a body, after decompression. What is read of a page stands in its head.</summary>
    public int MostBytes { get; init; } = 2 * 1024 * 1024;
}
