namespace LlmGuide.Web.Accounts;

/// <summary>
/// Answers at the same time whether or not there is an account. The work is made alike where it costs most (hashing), and what is
/// left, a few milliseconds of database, ends in one wait for the same moment.
/// </summary>
internal static class ConstantTime
{
    /// <summary>Longer than anything here takes on a slow machine.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMilliseconds(400);

    public static async Task<T> OfAsync<T>(Func<Task<T>> work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var moment = Task.Delay(Least, clock, cancellationToken);
        var result = await work();
        await moment;
        return result;
    }
}
