using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Data;
using LlmGuide.Db.PostgreSql;
using LlmGuide.Db.Sqlite;
using LlmGuide.Web.Accounts;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Limits;

using Microsoft.Data.Sqlite;

using Npgsql;

namespace LlmGuide.Web.Commands;

/// <summary>Reads the settings once, at start-up. A wrong one stops it with the key, the value and what is allowed.</summary>
internal static class GuideSettings
{
    private const string ConnectionKey = "ConnectionStrings:Guide";
    private const string DefaultConnection = "Data Source=db/llmguide.db";

    public static void AddGuideDatabase(this WebApplicationBuilder builder)
    {
        var provider = One(builder.Configuration, "Database:Provider", DatabaseProvider.Sqlite);
        var options = new DatabaseOptions
        {
            Provider = provider,
            MigrateOnStart = YesOrNo(builder.Configuration, "Database:MigrateOnStart") ?? provider == DatabaseProvider.Sqlite,
            SeedOnStart = YesOrNo(builder.Configuration, "Database:SeedOnStart") ?? true,
        };
        builder.Services.AddSingleton(options).AddSingleton<DatabasePreparation>();
        var connection = builder.Configuration[ConnectionKey];
        if (provider == DatabaseProvider.Sqlite)
        {
            builder.Services.AddGuideSqlite(SqliteConnection(connection ?? DefaultConnection));
        }
        else
        {
            builder.Services.AddGuidePostgreSql(PostgreSqlConnection(connection));
        }
    }

    public static void AddSite(this WebApplicationBuilder builder)
    {
        var publicUrl = builder.Configuration["Site:PublicUrl"] ?? "";
        if (publicUrl.Length > 0 && (!Uri.TryCreate(publicUrl, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)))
        {
            throw Wrong("Site:PublicUrl", publicUrl, "a whole address such as https://guide.example.org, or nothing");
        }

        if (builder.Configuration["Site:Title"] is { Length: 0 or > 60 } title)
        {
            throw Wrong("Site:Title", title, "1 to 60 characters");
        }

        builder.Services.Configure<SiteOptions>(builder.Configuration.GetSection(SiteOptions.Section));
        builder.Services.AddSingleton<SiteAddress>();
    }

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var allowed = Enum.GetValues<Limit>().ToDictionary(limit => limit, limit => Number(builder.Configuration, $"RateLimits:{limit}", LimitOptions.Default(limit)));
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
        if (hasAuthority && (!Uri.TryCreate(authority, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)))
        {
            throw Wrong($"{section}:Authority", authority, "the provider’s https address");
        }

        return new ExternalSite(Of("ClientId"), Of("ClientSecret"), authority, Of("DisplayName") is { Length: > 0 } called ? called : name);
    }

    private static string SqliteConnection(string text)
    {
        try
        {
            var connection = new SqliteConnectionStringBuilder(text);
            var file = connection.DataSource;
            if (file.Length > 0 && file != ":memory:" && !file.StartsWith("file:", StringComparison.Ordinal))
            {
                connection.DataSource = Path.GetFullPath(file, GuideFolders.Root);
                Directory.CreateDirectory(Path.GetDirectoryName(connection.DataSource)!);
            }

            return connection.ConnectionString;
        }
        catch (Exception wrong) when (wrong is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw Wrong(ConnectionKey, text, $"a SQLite connection string such as “{DefaultConnection}” ({wrong.Message})");
        }
    }

    private static string PostgreSqlConnection(string? text)
    {
        const string Example = "a PostgreSQL connection string such as “Host=localhost;Database=llmguide;Username=llmguide”";
        try
        {
            return text is { Length: > 0 } ? new NpgsqlConnectionStringBuilder(text).ConnectionString : throw Wrong(ConnectionKey, "", Example);
        }
        catch (ArgumentException)
        {
            // The value may hold a password: it is not repeated.
            throw Wrong(ConnectionKey, "…", Example);
        }
    }

    private static T One<T>(ConfigurationManager settings, string key, T otherwise)
        where T : struct, Enum =>
        settings[key] is not { Length: > 0 } value ? otherwise
        : Names.Parse<T>(value) ?? throw Wrong(key, value, string.Join(" or ", Enum.GetNames<T>()));

    private static bool? YesOrNo(ConfigurationManager settings, string key) =>
        settings[key] is not { Length: > 0 } value ? null
        : bool.TryParse(value, out var answer) ? answer
        : throw Wrong(key, value, "true or false");

    private static int Number(ConfigurationManager settings, string key, int otherwise)
    {
        const int Most = 1_000_000;
        return settings[key] is not { Length: > 0 } value ? otherwise
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Most ? number
            : throw Wrong(key, value, $"a whole number from 1 to {Most.ToString(CultureInfo.InvariantCulture)}");
    }

    private static StartUpException Wrong(string key, string value, string allowed) => new($"The setting {key} is “{value}”; it must be {allowed}.");
}
