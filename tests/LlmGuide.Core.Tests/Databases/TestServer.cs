using Npgsql;

namespace LlmGuide.Core.Tests.Databases;

/// <summary>The PostgreSQL server that tests/run started.</summary>
internal static class TestServer
{
    public const string Variable = "LLMGUIDE_TEST_POSTGRES";

    /// <summary>Why a test that wants a server is skipped where there is none.</summary>
    public const string WhyNot = $"{Variable} names no PostgreSQL server; tests/run starts one.";

    public static bool IsThere => Address is { Length: > 0 };

    private static string? Address => Environment.GetEnvironmentVariable(Variable);

    /// <summary>Where a database of this test's own would be; where there is no server, the test is skipped.</summary>
    public static NpgsqlConnectionStringBuilder NewDatabase(string what)
    {
        SkipWithoutServer();
        return new NpgsqlConnectionStringBuilder(Address) { Database = $"llmguide_{what}_{Guid.NewGuid():N}" };
    }

    public static void SkipWithoutServer() => Assert.SkipUnless(IsThere, WhyNot);

    /// <param name="template">Nobody may be connected to it.</param>
    /// <param name="name">The copy.</param>
    public static Task CopyAsync(string template, string name) => RunAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");

    public static Task DropAsync(string name) => RunAsync($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");

    private static async Task RunAsync(string command)
    {
        await using var server = NpgsqlDataSource.Create(Address!);
        await using var given = server.CreateCommand(command);
        await given.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
