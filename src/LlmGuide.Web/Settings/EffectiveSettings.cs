using System.Globalization;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Lookup;
using LlmGuide.Core.Suggestions;
using LlmGuide.Web.Accounts.Circuits;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Caching.Nodes;
using LlmGuide.Web.Lookup;
using LlmGuide.Web.Mail.Sending;
using LlmGuide.Web.Settings.Backups;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Limits;

using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Settings;

/// <summary>
/// What the site runs with, from wherever it was set. Of a secret only whether there is one: it never leaves the process.
/// </summary>
internal sealed class EffectiveSettings(IServiceProvider services)
{
    public async Task<IReadOnlyList<SettingGroup>> ListAsync()
    {
        var schemes = await services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();
        return
        [
            new SettingGroup("Site", Of(
                services.GetRequiredService<IOptions<SiteOptions>>().Value, new SiteOptions(), SiteOptions.Section)),
            new SettingGroup("HTTPS", Https(services.GetRequiredService<HttpsOptions>())),
            new SettingGroup("Database", Database(services.GetRequiredService<DatabaseOptions>())),
            new SettingGroup("Backups", Of(services.GetRequiredService<BackupOptions>(), new BackupOptions(), BackupOptions.Section)),
            new SettingGroup(
                "Several nodes", [new("Redis", services.GetRequiredService<NodeBus>().Redis is null ? "" : "set, not shown", "")]),
            new SettingGroup("Email", Mail(services.GetRequiredService<SmtpOptions>())),
            new SettingGroup("Sign-in with other sites", [.. schemes.Where(s => s.DisplayName is { Length: > 0 })
                .Select(s => new Setting($"Authentication:{s.Name}", s.DisplayName!))]),
            new SettingGroup("Rate limits for each network address", Limits(services.GetRequiredService<LimitOptions>())),
            new SettingGroup("Islands", Of(services.GetRequiredService<CircuitLimits>(), new CircuitLimits(), CircuitLimits.Section)),
            new SettingGroup(
                "Discussion", Of(services.GetRequiredService<DiscussionOptions>(), new DiscussionOptions(), DiscussionOptions.Section)),
            new SettingGroup(
                "Suggestions", Of(services.GetRequiredService<SuggestionOptions>(), new SuggestionOptions(), SuggestionOptions.Section)),
            new SettingGroup(
                "Curation", Of(services.GetRequiredService<CurationOptions>(), new CurationOptions(), CurationOptions.Section)),
            new SettingGroup(
                "Links", Of(services.GetRequiredService<LinkCheckOptions>(), new LinkCheckOptions(), LinkCheckOptions.Section)),
            new SettingGroup("External servers", Elsewhere()),
        ];
    }

    /// <summary>Each property, beside what it is when nobody sets it.</summary>
    private static List<Setting> Of<T>(T set, T defaults, string section) =>
    [
        .. typeof(T).GetProperties().Where(p => p.GetMethod is { IsStatic: false })
            .Select(p => new Setting($"{section}:{p.Name}", Text(p.GetValue(set)!), Text(p.GetValue(defaults)!))),
    ];

    private List<Setting> Elsewhere() =>
    [
        .. Of(services.GetRequiredService<FactSources>(), new FactSources(), WebClientOptions.Section),
        new($"{WebClientOptions.Section}:{nameof(WebClientOptions.AllowLoopback)}", Text(
            services.GetRequiredService<WebClientOptions>().AllowLoopback), Text(false)),
    ];

    private static List<Setting> Https(HttpsOptions https) =>
    [
        new("Https:Redirect", Text(https.Redirects), Text(https.PublicUrl is not null)),
        new("Https:HstsDays", Text(https.DaysTold), Text(https.PublicUrl is null ? 0 : 365)),
    ];

    private static List<Setting> Database(DatabaseOptions database) =>
    [
        new("Database:Provider", database.Provider.ToString(), nameof(DatabaseProvider.Sqlite)),
        new("Database:MigrateOnStart", Text(database.Migrates), Text(database.Provider == DatabaseProvider.Sqlite)),
        new("Database:SeedOnStart", Text(database.SeedOnStart), Text(true)),
        new("ConnectionStrings:Guide", "not shown: it may hold a password"),
    ];

    private static List<Setting> Mail(SmtpOptions smtp) =>
    [
        new("Smtp:Host", smtp.Host, ""),
        new("Smtp:Port", Text(smtp.PortInUse), Text(smtp.Security == SmtpSecurity.Tls ? 465 : 587)),
        new("Smtp:From", smtp.Sender, SmtpOptions.DefaultFrom),
        new("Smtp:User", smtp.User.Length == 0 ? "" : "set, not shown", ""),
        new("Smtp:Password", smtp.Password.Length == 0 ? "" : "set, not shown", ""),
        new("Smtp:Security", smtp.Security.ToString(), nameof(SmtpSecurity.Auto)),
        new("Smtp:Folder", smtp.Folder),
    ];

    private static List<Setting> Limits(LimitOptions limits) =>
    [
        new("RateLimits:Enabled", Text(limits.Enabled), Text(true)),
        .. Enum.GetValues<Limit>().Select(limit => new Setting(
            $"RateLimits:{limit}", Often(limits, limit), Often(new LimitOptions(), limit))),
    ];

    private static string Often(LimitOptions limits, Limit limit) =>
        $"{Text(limits.Allowed(limit))} {(LimitOptions.Window(limit) == TimeSpan.FromMinutes(1) ? "a minute" : "an hour")}";

    private static string Text(object value) => value switch
    {
        bool yes => yes ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}

/// <param name="Settings">In the order of the documentation.</param>
internal sealed record SettingGroup(string Name, IReadOnlyList<Setting> Settings);

/// <param name="Value">What is in force; empty for nothing.</param>
/// <param name="Default">What it is when nobody sets it; <c>null</c> where that depends.</param>
internal sealed record Setting(string Key, string Value, string? Default = null);
