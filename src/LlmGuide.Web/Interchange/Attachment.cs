using Microsoft.Net.Http.Headers;

namespace LlmGuide.Web.Interchange;

/// <summary>The header that gives a file its name.</summary>
internal static class Attachment
{
    public static string Named(string file)
    {
        var header = new ContentDispositionHeaderValue("attachment");
        header.SetHttpFileName(file);
        return header.ToString();
    }
}
