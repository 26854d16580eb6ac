namespace LlmGuide.Web.Caching.Headers;

/// <summary>
/// Lets the browser fetch a page while the pointer rests on its link. The rules come by header, since the policy forbids them
/// inline. Left out: what belongs to one person, what is a download, and what is not a page.
/// https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/script/type/speculationrules
/// </summary>
internal static class SpeculationRules
{
    public const string Address = "/speculation-rules.json";

    public const string Header = $"\"{Address}\"";

    private const string Rules = """
        {"prefetch":[{
          "where":{"and":[
            {"href_matches":"/*"},
            {"not":{"href_matches":["/account/*","/me","/me/*","/suggest","/curate","/curate/*","/moderate","/admin","/admin/*","/api/*","/export/*","/c/*"]}},
            {"not":{"href_matches":["/*.atom","/*.bib","/*.ris","/*.json","/*.xml","/*.txt"]}},
            {"not":{"selector_matches":"[download],[rel~=nofollow],[target=_blank]"}}]},
          "eagerness":"moderate"}]}
        """;

    public static IResult Answer(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=3600";
        return Results.Text(Rules, "application/speculationrules+json");
    }
}
