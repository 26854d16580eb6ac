using LlmGuide.Core.Data.Columns;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Data;

/// <summary>
/// The one database context. It knows no feature: each feature configures its own entities and adds its own tables
/// (<c>db.Resources</c>) as extension properties, in its <c>…Tables.cs</c>.
/// </summary>
public sealed class GuideDb(DbContextOptions<GuideDb> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        CleanColumns.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(GuideDb).Assembly);
}
