using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts;

/// <summary>
/// The keys that protect cookies and tokens. Read and written at start-up and once in some weeks, by a framework that does not wait.
/// </summary>
public sealed class KeyRing(IDbContextFactory<GuideDb> databases)
{
    public IReadOnlyList<string> All()
    {
        using var db = databases.CreateDbContext();
        return [.. db.ProtectionKeys.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml)];
    }

    /// <returns>
    /// Whether it is kept. On a database that cannot be written it is not, and that is no fault: the framework then uses the key
    /// until the process ends, and pages are read as ever.
    /// </returns>
    public bool Add(string name, string xml)
    {
        using var db = databases.CreateDbContext();
        db.ProtectionKeys.Add(new ProtectionKey { Name = name, Xml = xml });
        try
        {
            return db.SaveChanges() > 0;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }
}
