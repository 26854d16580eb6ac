using System.CommandLine;
using System.Globalization;

using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Maintenance.Backups;

namespace LlmGuide.Web.Cli;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>: all that there is, and back.</summary>
internal static class BackupCommand
{
    public static Command Of(CliCommand verb, Option<string> format)
    {
        var file = new Argument<string>("file") { Description = "the file to write; it must not be there yet" };
        var command = new Command("backup", "Writes everything into one file, while the application runs. It contains secrets.")
        {
            file, format,
        };
        command.SetAction((parsed, cancellationToken) => verb.RunAsync(
            services => services.GetRequiredService<BackUpDatabase>().RunAsync(parsed.GetRequiredValue(file), cancellationToken),
            made => $"Wrote {parsed.GetValue(file)}: {Megabytes(made.Bytes)} of {made.Provider}. "
                + "It contains secrets; keep it where nobody else reads.",
            made => made,
            parsed.GetValue(format) == "json"));
        return command;
    }

    public static Command RestoreOf(CliCommand verb, Option<string> format)
    {
        var file = new Argument<string>("file") { Description = "a file that backup has written" };
        var command = new Command(
            "restore", "Puts a backup in the place of the database, once it is found sound. Stop the application before.")
        {
            file, format,
        };
        command.SetAction((parsed, cancellationToken) => verb.RunAsync(
            services => services.GetRequiredService<RestoreDatabase>().RunAsync(parsed.GetRequiredValue(file), cancellationToken),
            done => $"Restored {parsed.GetValue(file)}, made {At(done.Manifest.MadeAt)}. "
                + (done.Before is { } before ? $"What was there is now {before}. " : "There was nothing before. ")
                + (done.Manifest.Provider == DatabaseProvider.PostgreSQL ? "Run migrate, then start." : "Start the application."),
            done => done,
            parsed.GetValue(format) == "json"));
        return command;
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N1} MB");

    private static string At(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
