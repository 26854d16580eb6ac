using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LlmGuide.Db.Sqlite;

/// <summary>Lets <c>dotnet ef migrations add NAME</c> run in this folder.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<GuideDb>
{
    public GuideDb CreateDbContext(string[] args) =>
        new((DbContextOptions<GuideDb>)new DbContextOptionsBuilder<GuideDb>().UseGuideSqlite("Data Source=design.db").Options);
}
