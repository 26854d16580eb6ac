namespace LlmGuide.Web.Interchange.Imports;

internal static class SentText
{
    /// <summary>What a form was sent with; <c>null</c> where nothing was sent.</summary>
    public static string? Sent(this HttpContext http, string field) =>
        HttpMethods.IsPost(http.Request.Method) ? http.Request.Form[field].ToString() : null;
}
