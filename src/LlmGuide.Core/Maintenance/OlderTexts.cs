using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Maintenance;

/// <summary>
/// Texts that an older pipeline has rendered, by table and column: past the filters and the change tracker, since what was removed can
/// come back, and one statement a text says "unless it was written anew".
/// </summary>
/// <param name="version">The pipeline’s of this program.</param>
internal sealed class OlderTexts(IDbContextFactory<GuideDb> databases, Writing writing, int version)
{
    /// <summary>
    /// So many texts are rendered before a transaction, and saved in it: readers and writers are not kept waiting for all.
    /// </summary>
    private const int AtOnce = 100;

    public async Task<bool> AreThereAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.CommandFor(string.Join(" UNION ALL ", ProseColumns.All(db.Model).Select(text =>
            $"""SELECT 1 FROM "{text.Table}" WHERE "{text.Column}_Version" < @version AND "{text.Column}_Markdown" <> ''""")) + " LIMIT 1");
        command.AddPlain("@version", version);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    public async Task<IReadOnlyList<OlderText>> ReadAsync<T>(string property, int after, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.CommandFor(
            $"""
            SELECT "Id", "{property}_Markdown" FROM {Table<T>(db)}
            WHERE "{property}_Version" < @version AND "{property}_Markdown" <> '' AND "Id" > @after ORDER BY "Id" LIMIT {AtOnce}
            """);
        command.AddPlain("@version", version);
        command.AddPlain("@after", after);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<OlderText>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new OlderText(reader.GetInt32(0), reader.GetString(1)));
        }

        return found;
    }

    public async Task SaveAsync<T>(string property, List<(OlderText Of, string Html)> rendered, CancellationToken cancellationToken) =>
        await writing.RunAsync<Done>(
            async db =>
            {
                foreach (var (text, html) in rendered)
                {
                    await SaveAsync<T>(db, property, text, html, cancellationToken);
                }

                return default(Done);
            },
            _ => [PageTags.Catalogue, PageTags.Changes],
            cancellationToken);

    private async Task SaveAsync<T>(GuideDb db, string property, OlderText text, string html, CancellationToken cancellationToken)
    {
        await using var command = db.CommandFor(
            $"""
            UPDATE {Table<T>(db)} SET "{property}_Html" = @html, "{property}_Version" = @version
            WHERE "Id" = @id AND "{property}_Markdown" = @markdown
            """);
        command.AddPlain("@html", html);
        command.AddPlain("@version", version);
        command.AddPlain("@id", text.Id);
        command.AddPlain("@markdown", text.Markdown);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Table<T>(GuideDb db) => $"\"{db.Model.FindEntityType(typeof(T))!.GetTableName()}\"";
}

internal sealed record OlderText(int Id, string Markdown);
