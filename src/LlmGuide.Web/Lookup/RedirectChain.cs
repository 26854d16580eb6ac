using LlmGuide.Core.Lookup;

namespace LlmGuide.Web.Lookup;

/// <summary>The way of one question through redirects.</summary>
internal sealed class RedirectChain
{
    private bool _permanent = true;

    /// <exception cref="WebClientException">This is no address of the web.</exception>
    public RedirectChain(string start) => Here = Uri.TryCreate(start, UriKind.Absolute, out var uri) ? Checked(uri) : throw NotOfTheWeb();

    public Uri Here { get; private set; }

    /// <summary>How many redirects were followed.</summary>
    public int Hops { get; private set; }

    /// <summary>Where the permanent redirects at the start lead; those after a temporary one say nothing about the first address.</summary>
    public Uri? MovedTo { get; private set; }

    /// <returns>Whether there is another hop to make.</returns>
    /// <exception cref="WebClientException">It leads to what is no address of the web.</exception>
    public bool Follow(HttpResponseMessage response)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
        {
            return false;
        }

        // A host in another script makes an address that cannot be resolved against: an exception of its own.
        Here = Uri.TryCreate(Here, location, out var next) ? Checked(next) : throw NotOfTheWeb();
        Hops++;
        _permanent &= (int)response.StatusCode is 301 or 308;
        if (_permanent)
        {
            MovedTo = Here;
        }

        return true;
    }

    private static Uri Checked(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0 ? uri : throw NotOfTheWeb();

    private static WebClientException NotOfTheWeb() =>
        new(OutsideProblem.Forbidden, "It redirects to an address that is not on the public web.");
}
