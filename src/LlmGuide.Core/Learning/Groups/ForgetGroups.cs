using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Groups;

/// <summary>
/// Deletes groups whose last member deleted their account, with all that was said in them: nobody could ever read it again.
/// </summary>
public sealed class ForgetGroups(IDbContextFactory<GuideDb> databases, Writing writing)
{
    private const int AtOnce = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var slug in await EmptyAsync(cancellationToken))
        {
            await writing.RunAsync<Done>(
                async db =>
                {
                    if (await GroupAccess.FindAsync(writing, db, slug, cancellationToken) is { Members.Count: 0 } group)
                    {
                        await GroupAccess.EndAsync(db, group, cancellationToken);
                    }

                    return default(Done);
                },
                cancellationToken);
        }
    }

    private async Task<List<string>> EmptyAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ReadingGroups.Where(g => g.Members.Count == 0).OrderBy(g => g.Id).Take(AtOnce)
            .Select(g => g.Slug).ToListAsync(cancellationToken);
    }
}
