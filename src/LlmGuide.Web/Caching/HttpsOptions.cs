namespace LlmGuide.Web.Caching;

/// <summary>How visitors are brought to the public address and kept there (configuration section <c>Https</c>).</summary>
public sealed class HttpsOptions
{
    public const string Section = "Https";

    /// <summary>The public address without a path; <c>null</c> when it is not known or not https: then nothing here is done.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Whether who comes by plain HTTP is sent to the public address.</summary>
    public bool Redirect { get; init; }

    /// <summary>For how many days browsers use nothing but HTTPS for the public address; 0: they are not told to.</summary>
    public int HstsDays { get; init; }
}
