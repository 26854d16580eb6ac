using System.Data.Common;

using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LlmGuide.Web.Tests.Databases;

/// <summary>
/// Lets go of the thread before each statement that is run asynchronously. Code that takes for granted that nothing happens between
/// two awaits passes on SQLite, which never waits, and fails under this, as it would on a server.
/// </summary>
internal sealed class EveryCommandWaits : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return result;
    }
}
