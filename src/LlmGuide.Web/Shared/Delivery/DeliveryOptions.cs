namespace LlmGuide.Web.Shared.Delivery;

/// <summary>What the delivery of pages must know about the site.</summary>
public sealed class DeliveryOptions
{
    /// <summary>
    /// Whether pages are the same under every host name, because their absolute addresses begin with Site:PublicUrl.
    /// Otherwise they begin with the host of the request, which is then part of the key; a client can invent host names, so a
    /// public site without PublicUrl should set AllowedHosts (what an inventor can fill is bounded by the cache's size).
    /// </summary>
    public bool SameForEveryHost { get; set; }
}
