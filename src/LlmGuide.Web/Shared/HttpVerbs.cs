namespace LlmGuide.Web.Shared;

/// <summary>Methods of HTTP that belong together.</summary>
internal static class HttpVerbs
{
    /// <summary>What only reads: who answers GET answers HEAD.</summary>
    public static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];
}
