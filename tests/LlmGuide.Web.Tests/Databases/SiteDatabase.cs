namespace LlmGuide.Web.Tests.Databases;

/// <summary>What a site of the tests keeps everything in.</summary>
public enum SiteDatabase
{
    /// <summary>Asked without a wait: what calls itself asynchronous there is done when it returns.</summary>
    Sqlite,

    /// <summary>SQLite, but each statement really waits, as those of a server do; see <see cref="EveryCommandWaits"/>.</summary>
    WaitingSqlite,

    /// <summary>A database of its own on the server that tests/run started; where there is none, the test is skipped.</summary>
    PostgreSql,
}
