using System.CommandLine;
using System.Data.Common;
using System.Net.Sockets;

using LlmGuide.Core.Data.Storage;
using LlmGuide.Web.Accounts.Administration;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Settings;
using LlmGuide.Web.Settings.Health;
using LlmGuide.Web.Shared.Display;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Web.Cli;

/// <summary>The verbs of the executable. Settings may stand anywhere among them: <c>--Section:Key=value</c>, <c>--urls</c>.</summary>
internal static class CliCommands
{
    private const int Success = 0;
    private const int Failure = 1;
    private const int UsageError = 2;

    private static readonly string[] HostSettings =
        ["--urls", "--environment", "--contentRoot", "--applicationName", "--AllowedHosts", "--Redis"];

    /// <param name="args">As they were typed.</param>
    /// <returns>0 for success, 1 for a failure, 2 for a usage error.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string[], WebApplication> build)
    {
        var (settings, words) = Separate(args);
        var parsed = Root(new CliCommand(settings, build)).Parse(words);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Try --help.");
            return UsageError;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopSettings.Deadline });
        }
        catch (Exception stopped) when (stopped is StartUpException or StorageException)
        {
            await Console.Error.WriteLineAsync(stopped.Message);
            return Failure;
        }
        catch (Exception refused) when (refused is DbException or DbUpdateException)
        {
            await Console.Error.WriteLineAsync(
                $"The database reports an error: {refused.GetBaseException().Message.ReplaceLineEndings(" ")}");
            return Failure;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped before it was done.");
            return Failure;
        }
    }

    private static RootCommand Root(CliCommand verb)
    {
        var format = new Option<string>("--format")
        {
            Description = "text, or json for one JSON document on standard output",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var root = new RootCommand("LlmGuide: a reading path into large language models. Without a verb it serves.");
        root.SetAction((_, cancellationToken) => ServeAsync(verb, cancellationToken));
        root.Add(new Command("serve", "Serves the site (the default). --urls says where, as in ASP.NET Core.")
            .Do((_, cancellationToken) => ServeAsync(verb, cancellationToken)));
        root.Add(
            new Command("migrate", "Brings the database to the current schema, and its texts to what this version lets in and renders.")
            {
                format,
            }
            .Do((parsed, cancellationToken) => verb.RunAsync(
                services => services.GetRequiredService<DatabasePreparation>().UpdateAsync(cancellationToken),
                done => done.Applied.Count == 0
                    ? "The schema is current already; it was not changed."
                    : $"Applied {Labels.Count(done.Applied.Count, "migration")}: {string.Join(", ", done.Applied)}.",
                done => new { done.Applied, done.Cleaned, done.Rendered },
                parsed.GetValue(format) == "json")));
        root.Add(SeedCommand.Of(verb, format));
        root.Add(Export(verb));
        root.Add(ImportCommand.Of(verb));
        root.Add(UserCommand.Of(verb, format));
        root.Add(CheckLinksCommand.Of(verb, format));
        root.Add(CopyCommand.Of(verb, format));
        root.Add(BackupCommand.Of(verb, format));
        root.Add(BackupCommand.RestoreOf(verb, format));
        return root;
    }

    private static Command Export(CliCommand verb)
    {
        var what = new Argument<string>("what")
        {
            Description = "awesome: the catalogue as an awesome list; json: the whole public catalogue; "
                + "site: a copy to open from a folder, as ZIP; sota: the leaderboards, as Papers with Code and NLP-progress share them; "
                + "bibtex, ris, csl: all works, for programs that manage references",
        };
        what.AcceptOnlyFromAmong("awesome", "json", "site", "sota", "bibtex", "ris", "csl");
        var file = new Option<FileInfo?>("--out") { Description = "the file to write; standard output without it" };
        return new Command("export", "Writes the catalogue in another format.") { what, file }
            .Do((parsed, cancellationToken) => ExportCommand.RunAsync(
                verb, parsed.GetRequiredValue(what), parsed.GetValue(file), cancellationToken));
    }

    private static async Task<int> ServeAsync(CliCommand verb, CancellationToken cancellationToken)
    {
        await using var app = verb.Build();
        var preparation = app.Services.GetRequiredService<DatabasePreparation>();

        // What is wrong with the database is said by the preparation, after what is wrong with the files.
        _ = preparation.MakeModelAsync();
        RequireFiles(app);
        var canWrite = await preparation.RunAsync(cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception wrong) when (IsAboutAddresses(wrong))
        {
            throw new StartUpException(
                $"The setting Urls is “{app.Configuration["urls"]}”; "
                + $"it must be free addresses such as http://localhost:5080 ({wrong.Message.ReplaceLineEndings(" ")})",
                wrong);
        }

        if (canWrite && await app.Services.GetRequiredService<SetupLink>().MakeAsync(cancellationToken) is { } link)
        {
            await Console.Out.WriteLineAsync($"There is no administrator yet. Whoever opens this link becomes one, once: {link}");
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return Success;
    }

    private static void RequireFiles(WebApplication app)
    {
        if (StaticFiles.Missing(app) is { Count: > 0 } missing)
        {
            var folder = app.Environment.WebRootPath ?? Path.Combine(app.Environment.ContentRootPath, "wwwroot");
            throw new StartUpException(
                $"{Labels.Count(missing.Count, "file")} of the site cannot be found in {folder}, {missing[0]} for one. "
                + "Publish the program again, or name the folder that holds its wwwroot with --contentRoot.");
        }
    }

    // Kestrel has no exception of its own for a scheme, a path or a certificate that is not as it should be.
    private static bool IsAboutAddresses(Exception wrong) =>
        wrong is FormatException or IOException or SocketException or ArgumentOutOfRangeException { ParamName: "port" }
        || wrong.Source == "Microsoft.AspNetCore.Server.Kestrel.Core";

    private static Command Do(this Command command, Func<ParseResult, CancellationToken, Task<int>> act)
    {
        command.SetAction(act);
        return command;
    }

    private static (string[] Settings, string[] Words) Separate(string[] args)
    {
        var settings = new List<string>();
        var words = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=')[0];
            var isSetting = name.StartsWith("--", StringComparison.Ordinal)
                && (name.Contains(':', StringComparison.Ordinal) || HostSettings.Contains(name, StringComparer.OrdinalIgnoreCase));
            (isSetting ? settings : words).Add(args[i]);
            if (isSetting && !args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length)
            {
                settings.Add(args[++i]);
            }
        }

        return ([.. settings], [.. words]);
    }
}
