using System.CommandLine;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Bulk;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Maintenance.Copying;
using LlmGuide.Web.Settings;
using LlmGuide.Web.Settings.Health;
using LlmGuide.Web.Shared.Display;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Web.Cli;

/// <summary><c>copy-to --provider … --connection …</c>: everything into an empty database, of the other kind or of the same.</summary>
internal static class CopyCommand
{
    public static Command Of(CliCommand verb, Option<string> format)
    {
        var provider = new Option<DatabaseProvider>("--provider") { Description = "Sqlite or PostgreSQL", Required = true };
        var connection = new Option<string>("--connection")
        {
            Description = "where to, as in ConnectionStrings:Guide; it is made where it is not there yet, and has to be empty",
            Required = true,
        };
        var command = new Command("copy-to", "Copies everything into an empty database, and compares the two row by row.")
        {
            provider, connection, format,
        };
        command.SetAction((parsed, cancellationToken) => verb.RunAsync(
            services => RunAsync(services, parsed.GetValue(provider), parsed.GetRequiredValue(connection), cancellationToken),
            copied => $"Copied {Labels.Count((int)copied.Rows, "row")} of {Labels.Count(copied.Tables.Count, "table")} to "
                + $"{parsed.GetValue(provider)}; each was read again there and is the same.",
            copied => new { provider = parsed.GetValue(provider).ToString(), copied.Rows, copied.Tables },
            parsed.GetValue(format) == "json"));
        return command;
    }

    private static async Task<CopiedDatabase> RunAsync(
        IServiceProvider services, DatabaseProvider provider, string connection, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<DatabasePreparation>().RequireCurrentAsync(cancellationToken);
        await using var target = new ServiceCollection().AddSingleton(TimeProvider.System)
            .AddLogging(logs => logs.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
                .AddFilter("Microsoft", LogLevel.Warning))
            .AddSingleton<SchemaTurn>()
            .AddDatabase(provider, connection, "--connection")
            .BuildServiceProvider();
        var outcome = await ImportProgress.ShowAsync(progress => services.GetRequiredService<CopyDatabase>().RunAsync(
            new CopyTarget
            {
                Databases = target.GetRequiredService<IDbContextFactory<GuideDb>>(),
                Bulk = target.GetRequiredService<IBulkCopy>(),
                Storage = target.GetRequiredService<IStorage>(),
                Turns = target.GetRequiredService<SchemaTurn>(),
            },
            progress, cancellationToken));
        return outcome.TryGet(out var copied, out var refusal) ? copied : throw new StartUpException(refusal.Why);
    }
}
