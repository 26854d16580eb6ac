using System.Text.RegularExpressions;

namespace LlmGuide.Core.Lookup.Pages;

/// <summary>
/// Tells a page from what stands in its place with a status that says nothing of it: a check of browsers, a page for signing in or for
/// consent, "page not found", the home page of the site.
/// </summary>
internal static partial class PageSigns
{
    /// <param name="asked">The address that was asked for.</param>
    /// <param name="page">What came, read; <c>null</c> where only its headers did.</param>
    public static PageSign Of(string asked, LookupResponse answer, PageScan? page) =>
        answer.Challenged || page?.IsChallenge is true ? PageSign.Challenge
        : Landing(asked, answer.Address) is not PageSign.Page and var landed ? landed
        : page is null ? PageSign.Page
        : Names(page) is not PageSign.Page and var named ? named
        : PageSign.Page;

    /// <returns>What the address says where a redirect ended.</returns>
    public static PageSign Landing(string asked, string landed)
    {
        if (!Uri.TryCreate(asked, UriKind.Absolute, out var from) || !Uri.TryCreate(landed, UriKind.Absolute, out var to)
            || (from.Host == to.Host && from.AbsolutePath == to.AbsolutePath))
        {
            return PageSign.Page;
        }

        return ConsentHost().IsMatch(to.Host) ? PageSign.Consent
            : (SignInHost().IsMatch(to.Host) && !SignInHost().IsMatch(from.Host))
                || (SignInPath().IsMatch(to.AbsolutePath) && !SignInPath().IsMatch(from.AbsolutePath)) ? PageSign.SignIn
            : MissingPath().IsMatch(to.AbsolutePath) && !MissingPath().IsMatch(from.AbsolutePath) ? PageSign.Missing
            : IsHome(to) && !IsHome(from) && (IsSameSite(from.Host, to.Host) || from.Segments.Length > 2) ? PageSign.Home
            : PageSign.Page;
    }

    /// <summary>Whether an address is that of a home page; no work is known by it that had an address of its own.</summary>
    public static bool IsHome(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsHome(uri);

    private static PageSign Names(PageScan page)
    {
        var parts = TitleParts.Of(Short(page.Title)).Concat(TitleParts.Of(Short(page.Heading))).Where(part => part.Length > 0).ToList();
        return parts.Exists(Challenge().IsMatch) ? PageSign.Challenge
            : parts.Exists(Broken().IsMatch) ? PageSign.Broken
            : parts.Exists(Leading().IsMatch) && !IsNamedOtherwise(page) ? PageSign.Leading
            : parts.Exists(Missing().IsMatch) || parts.Exists(Abandoned().IsMatch) ? PageSign.Missing
            : parts.Exists(Consent().IsMatch) ? PageSign.Consent
            : parts.Exists(SignIn().IsMatch) ? PageSign.SignIn
            : PageSign.Page;
    }

    /// <summary>A page that its script has yet to make may say in its head what it will be.</summary>
    private static bool IsNamedOtherwise(PageScan page) => (page.Meta("og:title") ?? page.Meta("citation_title")) is not null;

    private static string? Short(string? text)
    {
        const int Longest = 200;
        var start = text?.Length > Longest ? text[..Longest] : text;
        return start is null ? null : string.Join(' ', start.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsSameSite(string from, string to) =>
        from == to || from.EndsWith($".{to}", StringComparison.Ordinal) || to.EndsWith($".{from}", StringComparison.Ordinal);

    // "/", and what a site answers there in each of its languages; a page of one part such as "/en" is none where that was asked for.
    private static bool IsHome(Uri address) =>
        HomeQuery().IsMatch(address.Query) && HomePath().IsMatch(address.AbsolutePath);

    private const RegexOptions Plainly = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"^(/[a-z]{2}([-_][a-z]{2})?)?/?((index|default|home)\.(html?|php|aspx?|jsp)|home)?/?\z", Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HomePath();

    /// <summary>What says how the home page is shown, or why; anything else may be an address: "/?p=12".</summary>
    [GeneratedRegex(
        @"^(\?((lang|language|locale|hl|redirect(ed)?|err(or)?|not-?found|404|from|ref|source|utm_\w+)(=[^&]*)?(&|\z))*)?\z", Plainly,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex HomeQuery();

    [GeneratedRegex(@"^consent\.|(^|\.)privacy-?gate\.", Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ConsentHost();

    [GeneratedRegex(
        @"^(log-?in|sign-?in|accounts?|auth\d?|sso|idp|id|login\d+|secure\.login|identity|passport)\.", Plainly,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignInHost();

    [GeneratedRegex(
        @"/(log-?_?[io]n|sign-?_?(in|up)|signon|signin-oidc|auth(enticate|orize|wall)?|sso|oauth2?|saml2?|cas|adfs|register|"
        + @"sessions?/new|wp-login\.php|servicelogin|checkpoint|global-identity(-\d)?)(\.\w{2,5})?([/;]|\z)",
        Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignInPath();

    [GeneratedRegex(
        @"/(404|410|not-?_?found|page-?_?not-?_?found|error-?404|errors?/404)(\.\w{2,5})?/?\z", Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MissingPath();

    [GeneratedRegex(
        @"^(just a moment|attention required!?|access( to this page)?( has been| is)? denied|please wait|checking your browser.*"
        + @"|(please )?(verify|verifying|confirm|prove)( that)? (you('re| are)|you’re) (a |not a |human).*|are you (a )?(human|robot).*"
        + @"|(robot or human|human or robot)\?|security (check|verification|challenge|checkpoint).*|pardon our interruption"
        + @"|human verification|(re)?captcha.*|ddos[- ]guard|one more step|bot (check|verification|protection|detection).*"
        + @"|too many requests|rate limit(ed| exceeded)|(your )?request (has been |was )?(blocked|rejected|denied)"
        + @"|(your )?browser (is )?(not|no longer) supported|unsupported browser|(please )?(update|upgrade) your browser"
        + @"|your connection needs to be verified.*|client challenge|making sure you('re|’re) not a bot!?"
        + @"|vercel security checkpoint|you have been blocked"
        + @"|un instant|einen moment|nur einen moment|un momento|um momento|een moment geduld|chwileczkę|bir dakika lütfen|один момент"
        + @"|しばらくお待ちください|请稍候|請稍候|잠시만 기다리십시오)[\s.…!。]*\z",
        Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Challenge();

    [GeneratedRegex(
        @"^((oops|sorry|uh[- ]?oh|whoops)[!,. ]+)?((http )?(error|status|fehler|erreur)?[ :-]*(code )?(404|410)"
        + @"([ :!.-]*(error|not found|page not found|gone))?"
        + @"|(this |the |requested |that )*(page|file|document|content|article|resource|url|site|post|repository|video|link|item|paper)s?"
        + @"( you( are|’re|'re) looking for| you requested| requested)?"
        + @" ((was|is|were|are|could|can) )?(not|no longer|cannot) (be )?(found|available|exists?|here)( here| on this (server|site))?"
        + @"|(this |the |that )?(page|content) (does not|doesn['’]t|no longer) exists?|(this |the )?page (isn['’]t|is not) available"
        + @"|(we |sorry, we )?(can(not|['’]t| not)|couldn['’]t|could not) find (that|the|this|your) (page|file).*"
        + @"|not found|nothing (was )?found( here)?"
        + @"|(die )?seite (wurde )?nicht gefunden|page (introuvable|non trouvée)|página no encontrada|página não encontrada"
        + @"|pagina non trovata|pagina niet gevonden|strony nie znaleziono|sayfa bulunamadı|страница не найдена"
        + @"|ページが見つかりません(でした)?|お探しのページ.*|页面不存在|找不到(该)?页面|页面未找到|頁面不存在|找不到頁面|페이지를 찾을 수 없습니다)[\s.…!。]*\z",
        Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Missing();

    [GeneratedRegex(
        @"^(((http )?(error )?[45][0-9][0-9][ :.-]*)?(forbidden|unauthori[sz]ed|bad request|(internal )?server error|bad gateway"
        + @"|service (temporarily )?unavailable|gateway time-?out)|error establishing a database connection|application error"
        + @"|(an |unexpected |unknown )+error( occurred)?|something went wrong|(site |website |we('re|’re| are) )?(is )?(currently )?"
        + @"((down|closed) for |under |undergoing )?(scheduled )?maintenance( mode)?|welcome to nginx!?"
        + @"|apache2 \w+ default page(: it works)?|it works!?|test page for the .*(server|nginx).*)[\s.…!]*\z",
        Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Broken();

    [GeneratedRegex(
        @"^((you are being )?redirect(ing|ed)( to .*)?|(301 |object |document )?moved (permanently|temporarily)|(object|document) moved"
        + @"|30[12378] (found|moved|redirect|permanent redirect|temporary redirect)|loading( page)?[.…]+"
        + @"|(please )?(enable|turn on) javascript.*|javascript (is )?(required|disabled|not available|not enabled).*"
        + @"|you need to enable javascript.*)[\s.…!]*\z",
        Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Leading();

    /// <summary>Of a host that somebody else has now, or nobody.</summary>
    [GeneratedRegex(
        @"^((this |the )?(domain|[\w-]+(\.[\w-]+)+)( name)? (is|may be) (for sale|parked|available|expired).*|buy (this|the) domain.*"
        + @"|(domain|website) (parking|parked|expired|for sale)( page)?|(parked|expired) domain.*"
        + @"|(this |your )?(account|website|site|page|channel|user|repository)( has been| is| was)?"
        + @" (suspended|terminated|disabled|deleted|removed|gone)|(video|content|page|post) (unavailable|removed|deleted))[\s.…!]*\z",
        Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Abandoned();

    [GeneratedRegex(
        @"^(before you continue( to .*)?"
        + @"|(your |manage )?(cookie|cookies|privacy|consent) (consent|settings|preferences|choices|notice|wall|gate)"
        + @"|we (value|care about) your privacy|cookie(s)? (required|disabled)"
        + @"|bevor sie fortfahren.*|avant de continuer.*|antes de continuar.*"
        + @"|prima di continuare.*|consent)[\s.…!]*\z",
        Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Consent();

    [GeneratedRegex(
        @"^(please )?((sign|log)[ -]?(in|on|up)|login|(sign|log) (in|up) or (sign|log|register|create).*|(member|user|account) log ?in"
        + @"|subscribe to (read|continue).*|(sign|log) ?in (to|with|required).*|(\w+ )?login,? (sign|log) ?in.*"
        + @"|login required|authentication required"
        + @"|create (an |your )?account|anmelden|einloggen|connexion|se connecter|iniciar sesión|inicia sesión|accedi|entrar"
        + @"|inloggen|zaloguj się|войти|вход|ログイン|登录|登入|로그인)[\s.…!]*\z",
        Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignIn();
}

/// <summary>What an address shows.</summary>
internal enum PageSign
{
    /// <summary>Nothing speaks against it.</summary>
    Page,

    Challenge,

    /// <summary>The words of a server that has a fault, or nothing to show.</summary>
    Broken,

    /// <summary>A page that leads on, or is made by its script: what it is called so far is no title.</summary>
    Leading,

    SignIn,

    Consent,

    Missing,

    /// <summary>The home page, where another was asked for.</summary>
    Home,
}
