using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Text;
using LlmGuide.Db.PostgreSql;
using LlmGuide.Db.Sqlite;
using LlmGuide.Web.Accounts.Circuits;
using LlmGuide.Web.Accounts.SignIn;
using LlmGuide.Web.Mail;
using LlmGuide.Web.Mail.Sending;
using LlmGuide.Web.Settings.Health;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Limits;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

using MimeKit;

using Npgsql;

namespace LlmGuide.Web.Settings;

/// <summary>Reads the settings once, at start-up. A wrong one stops it with the key, the value and what is allowed.</summary>
internal static class GuideSettings
{
    private const string ConnectionKey = "ConnectionStrings:Guide";
    internal const string DefaultConnection = "Data Source=db/llmguide.db";

    public static void AddGuideDatabase(this WebApplicationBuilder builder)
    {
        var provider = One(builder.Configuration, "Database:Provider", DatabaseProvider.Sqlite);
        var options = new DatabaseOptions
        {
            Provider = provider,
            MigrateOnStart = YesOrNo(builder.Configuration, "Database:MigrateOnStart") ?? provider == DatabaseProvider.Sqlite,
            SeedOnStart = YesOrNo(builder.Configuration, "Database:SeedOnStart") ?? true,
        };
        builder.Services.AddSingleton(options).AddSingleton<DatabasePreparation>().ConfigureDbContext<GuideDb>(FailOnce);
        var connection = builder.Configuration[ConnectionKey];
        if (provider == DatabaseProvider.Sqlite)
        {
            builder.Services.AddGuideSqlite(SqliteConnection(connection is { Length: > 0 } ? connection : DefaultConnection));
        }
        else
        {
            builder.Services.AddGuidePostgreSql(PostgreSqlConnection(connection));
        }
    }

    // EF Core logs what fails and throws it too: whoever catches it says it once, in a sentence or with the request.
    private static void FailOnce(DbContextOptionsBuilder options) => options.ConfigureWarnings(events => events.Log(
        (RelationalEventId.ConnectionError, LogLevel.Debug),
        (RelationalEventId.CommandError, LogLevel.Debug),
        (RelationalEventId.TransactionError, LogLevel.Debug),
        (CoreEventId.QueryIterationFailed, LogLevel.Debug),
        (CoreEventId.SaveChangesFailed, LogLevel.Debug)));

    public static void AddMail(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var (host, user, password) = (settings["Smtp:Host"] ?? "", settings["Smtp:User"] ?? "", settings["Smtp:Password"] ?? "");
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown && host.Length > 0)
        {
            throw Wrong("Smtp:Host", host, "the name of a mail server such as smtp.example.org, or nothing");
        }

        // The password itself is never repeated.
        if (user.Length == 0 != (password.Length == 0))
        {
            throw user.Length == 0
                ? Wrong("Smtp:User", user, "set when Smtp:Password is")
                : Wrong("Smtp:Password", "", "set when Smtp:User is");
        }

        var security = One(settings, "Smtp:Security", SmtpSecurity.Auto);
        builder.Services.AddMail(new SmtpOptions
        {
            Host = host,
            Port = Port(settings) ?? (security == SmtpSecurity.Tls ? 465 : 587),
            User = user,
            Password = password,
            From = From(settings, host),
            Security = security,
            Folder = Path.GetFullPath(
                settings["Smtp:Folder"] is { Length: > 0 } folder ? folder : Path.Combine("db", "mail"), GuideFolders.Root),
        });
    }

    private static int? Port(ConfigurationManager settings) =>
        settings["Smtp:Port"] is not { Length: > 0 } value ? null
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue ? port
        : throw Wrong("Smtp:Port", value, "a number from 1 to 65535");

    private static string From(ConfigurationManager settings, string host)
    {
        var value = settings["Smtp:From"] is { Length: > 0 } set ? set : host.Length == 0 ? SmtpOptions.DefaultFrom : "";
        return MailboxAddress.TryParse(value, out var mailbox) && mailbox.LocalPart.Length > 0 && mailbox.Domain.Length > 0
            ? value
            : throw Wrong("Smtp:From", value, "an address such as guide@example.org, or LlmGuide <guide@example.org>");
    }

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var allowed = Enum.GetValues<Limit>()
            .ToDictionary(limit => limit, limit => Number(builder.Configuration, $"RateLimits:{limit}", LimitOptions.Default(limit)));
        builder.Services.AddLimits(new LimitOptions(YesOrNo(builder.Configuration, "RateLimits:Enabled") ?? true, allowed));
    }

    public static void AddExternalSignIn(this WebApplicationBuilder builder) => builder.Services.AddExternalSignIn(
        ExternalSite(builder.Configuration, "Authentication:OpenIdConnect", "your organisation", hasAuthority: true),
        ExternalSite(builder.Configuration, "Authentication:GitHub", "GitHub", hasAuthority: false));

    /// <returns>Where members can sign in besides; <c>null</c> when nothing is configured.</returns>
    private static ExternalSite? ExternalSite(ConfigurationManager settings, string section, string name, bool hasAuthority)
    {
        string Of(string key) => settings[$"{section}:{key}"] ?? "";
        if (Of("ClientId").Length == 0 && Of("Authority").Length == 0)
        {
            return null;
        }

        if (Of("ClientId").Length == 0)
        {
            throw Wrong($"{section}:ClientId", "", "what the provider calls this site");
        }

        if (Of("ClientSecret").Length == 0)
        {
            throw Wrong($"{section}:ClientSecret", "", "what the provider gave with the client id");
        }

        var authority = Of("Authority");
        if (hasAuthority
            && (!Uri.TryCreate(authority, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)))
        {
            throw Wrong($"{section}:Authority", authority, "the provider’s https address");
        }

        var called = Of("DisplayName");
        if (!CleanText.IsClean(called) || called.Any(char.IsControl))
        {
            throw Wrong($"{section}:DisplayName", OneLine(called), "one line, as people call the provider");
        }

        return new ExternalSite(Of("ClientId"), Of("ClientSecret"), authority, called.Length > 0 ? called : name);
    }

    private static string SqliteConnection(string text)
    {
        const string Example = $"a SQLite connection string such as “{DefaultConnection}”";
        try
        {
            var connection = new SqliteConnectionStringBuilder(text);
            var file = connection.DataSource;
            if (connection.Mode == SqliteOpenMode.Memory || file is "" or ":memory:")
            {
                throw Wrong(ConnectionKey, text, $"{Example} (without a file, the content would be gone with each connection)");
            }

            if (!file.StartsWith("file:", StringComparison.Ordinal))
            {
                connection.DataSource = Path.GetFullPath(file, GuideFolders.Root);
                Directory.CreateDirectory(Path.GetDirectoryName(connection.DataSource)!);
            }

            return connection.ConnectionString;
        }
        catch (Exception wrong) when (wrong is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw Wrong(ConnectionKey, text, $"{Example} ({wrong.Message})");
        }
    }

    private static string PostgreSqlConnection(string? text)
    {
        const string Example = "a PostgreSQL connection string such as “Host=localhost;Database=llmguide;Username=llmguide”";
        try
        {
            return text is { Length: > 0 }
                ? new NpgsqlConnectionStringBuilder(text).ConnectionString
                : throw Wrong(ConnectionKey, "", Example);
        }
        catch (ArgumentException)
        {
            // The value may hold a password: it is not repeated.
            throw Wrong(ConnectionKey, "…", Example);
        }
    }

    private static T One<T>(ConfigurationManager settings, string key, T fallback)
        where T : struct, Enum =>
        settings[key] is not { Length: > 0 } value ? fallback
        : Names.Parse<T>(value) ?? throw Wrong(key, value, string.Join(" or ", Enum.GetNames<T>()));

    private static bool? YesOrNo(ConfigurationManager settings, string key) =>
        settings[key] is not { Length: > 0 } value ? null
        : bool.TryParse(value, out var answer) ? answer
        : throw Wrong(key, value, "true or false");

    private static int Number(ConfigurationManager settings, string key, int fallback)
    {
        const int Most = 1_000_000;
        return settings[key] is not { Length: > 0 } value ? fallback
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Most ? number
            : throw Wrong(key, value, $"a whole number from 1 to {Most.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>A value as one line can show it.</summary>
    private static string OneLine(string value) => CleanText.Marked(value).ReplaceLineEndings(" ");

    private static StartUpException Wrong(string key, string value, string allowed) =>
        new($"The setting {key} is “{value}”; it must be {allowed}.");
}
