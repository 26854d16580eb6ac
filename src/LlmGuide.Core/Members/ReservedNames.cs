using System.Collections.Frozen;

namespace LlmGuide.Core.Members;

/// <summary>
/// Names that readers would take for the guide's own, or for those who run it. They are compared by what they look like, and so is what is
/// put together of them: "the-real-admin", "GuideSupport2".
/// </summary>
internal static class ReservedNames
{
    /// <summary>Said of somebody, these are an office; also with other words of office around them.</summary>
    private static readonly FrozenSet<string> Offices = Set(
    [
        "admin", "admins", "administrator", "administrators", "administration", "administrador", "administrateur", "sysadmin", "sysop",
        "root", "system", "superuser", "owner", "owners", "founder", "webmaster", "hostmaster", "postmaster", "security", "abuse",
        "moderator", "moderators", "moderation", "moderador", "moderateur", "mod", "mods", "curator", "curators", "editor", "editors",
        "operator", "operators", "staff", "team", "crew", "support", "help", "helpdesk", "helpline", "service", "services", "official",
        "guide", "llmguide", "bot", "bots", "robot", "mailerdaemon", "noreply", "donotreply", "contact", "legal", "privacy", "billing",
        "developer", "developers", "maintainer", "maintainers", "editorial", "manager", "managers", "supervisor",
        "director", "ceo", "cto", "sudo", "janitor", "trustandsafety", "trustsafety", "verified", "notifications",
        "notification",
        "equipo", "equipe", "soporte", "suporte", "hilfe", "redaktion", "redaccion", "redaction", "verwalter", "beheerder",
        "formermember", "formermembers", "deletedmember", "deleteduser",
    ]);

    /// <summary>Words of the program or for everybody, which are reserved by themselves alone.</summary>
    private static readonly FrozenSet<string> Alone = Set(
    [
        "info", "anonymous", "nobody", "somebody", "everybody", "everyone", "all", "here", "channel", "me", "you", "self", "null", "none",
        "undefined", "unknown", "deleted", "removed", "former", "guest", "member", "members", "user", "users", "account", "settings",
        "login", "signin", "signout", "register", "api", "www", "mail", "news", "about",
    ]);

    /// <summary>What an office is given as a title, and says nothing of anybody.</summary>
    private static readonly FrozenSet<string> Titles = Set(
    [
        "the", "this", "our", "your", "my", "real", "true", "chief", "head", "lead", "main", "super", "senior", "global", "site", "forum",
        "community", "public", "account", "user", "member", "content", "llm", "auto", "tech", "web", "vice",
        "dev", "of", "and", "from", "for", "is", "a", "ai",
    ]);

    public static bool Has(string name)
    {
        var whole = Skeleton(name);
        var bare = Skeleton(name.Trim("0123456789-_".ToCharArray()));
        return Alone.Contains(whole) || Alone.Contains(bare) || IsOffice(whole) || IsOffice(bare);
    }

    /// <summary>Whether all of it can be read as titles and offices, with one office at least.</summary>
    private static bool IsOffice(string skeleton)
    {
        // Of what ends at each sign: null cannot be read so, false without an office, true with one.
        var read = new bool?[skeleton.Length + 1];
        read[0] = false;
        for (var end = 1; end <= skeleton.Length; end++)
        {
            for (var start = 0; start < end; start++)
            {
                if (read[start] is { } before)
                {
                    var word = skeleton[start..end];
                    read[end] = Offices.Contains(word) || (Titles.Contains(word) && before) ? true
                        : Titles.Contains(word) ? read[end] ?? false
                        : read[end];
                }
            }
        }

        return read[^1] is true;
    }

    /// <summary>
    /// What a name looks like at a glance: without hyphens, and with one sign for those that are mistaken for each other. Names are ASCII,
    /// so of the confusables of Unicode (https://www.unicode.org/reports/tr39/) only these few can occur.
    /// </summary>
    private static string Skeleton(string name)
    {
        var plain = string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Select(c => c switch
        {
            '0' => 'o',
            '1' or 'i' or 'j' => 'l',
            '3' => 'e',
            '4' => 'a',
            '5' => 's',
            '7' => 't',
            '8' => 'b',
            _ => c,
        }));
        return plain.Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal)
            .Replace("cl", "d", StringComparison.Ordinal);
    }

    private static FrozenSet<string> Set(string[] words) => words.Select(Skeleton).ToFrozenSet(StringComparer.Ordinal);
}
