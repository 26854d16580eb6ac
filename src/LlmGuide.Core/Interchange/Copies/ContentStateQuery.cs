using System.Security.Cryptography;
using System.Text;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Copies;

/// <summary>By what one state of the public content is told from another, without reading it.</summary>
public sealed class ContentStateQuery(IDbContextFactory<GuideDb> databases, IMarkdown markdown)
{
    private static readonly LogKind[] Content =
    [
        LogKind.Stage, LogKind.Path, LogKind.Topic, LogKind.Resource, LogKind.Task, LogKind.Metric, LogKind.Benchmark, LogKind.Result,
        LogKind.Model, LogKind.Link,
    ];

    /// <returns>Letters and digits, the same as long as nothing has changed.</returns>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var revision = await db.Revisions.MaxAsync(r => (int?)r.Id, cancellationToken);

        // Imports and merges write no revision of each work, but a row of the log.
        var entry = await db.Log.Where(e => Content.Contains(e.Kind)).MaxAsync(e => (int?)e.Id, cancellationToken);
        var works = await db.Resources.CountAsync(cancellationToken);
        var link = await db.Resources.MaxAsync(r => r.LinkCheckedAt, cancellationToken);
        var state = FormattableString.Invariant($"{markdown.Version} {revision} {entry} {works} {link?.UtcTicks}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)))[..32];
    }
}
