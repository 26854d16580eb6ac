using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

using LlmGuide.Core.Data.Storage;

using Npgsql;

namespace LlmGuide.Db.PostgreSql;

/// <summary>Runs a program that PostgreSQL comes with. What it needs to reach the server is in its environment, where nobody else sees it.</summary>
internal static class PostgreSqlTool
{
    /// <exception cref="StorageException">It is not there, or it failed: with the first line of what it said.</exception>
    public static async Task RunAsync(
        string program, string connectionString, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Information(program, connectionString, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            throw new StorageException(
                $"{program} is not installed here. Install PostgreSQL's client programs, or run this where they are.", missing);
        }

        try
        {
            var said = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
            {
                throw new StorageException(said.Split('\n')[0] is { Length: > 0 } line ? line : $"{program} failed.");
            }
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static ProcessStartInfo Information(string program, string connectionString, IReadOnlyList<string> arguments)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        var information = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false };
        Set("PGHOST", connection.Host);
        Set("PGPORT", connection.Port.ToString(CultureInfo.InvariantCulture));
        Set("PGUSER", connection.Username);
        Set("PGPASSWORD", connection.Password);
        Set("PGPASSFILE", connection.Passfile);
        Set("PGDATABASE", connection.Database ?? connection.Username);
        Set("PGSSLROOTCERT", connection.RootCertificate);
        Set("PGSSLMODE", connection.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        });
        return information;

        void Set(string name, string? value)
        {
            if (value is { Length: > 0 })
            {
                information.Environment[name] = value;
            }
        }
    }
}
