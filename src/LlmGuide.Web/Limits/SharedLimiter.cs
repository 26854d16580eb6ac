using System.Threading.RateLimiting;

using RedisRateLimiting;

using StackExchange.Redis;

namespace LlmGuide.Web.Limits;

/// <summary>
/// Counts in Redis, together with the other nodes, and by itself while Redis is away: then each node allows what all of them should
/// together, which is better than nothing allowed or everything.
/// </summary>
internal sealed class SharedLimiter : RateLimiter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly IConnectionMultiplexer _redis;
    private readonly RedisFixedWindowRateLimiter<string> _shared;
    private readonly FixedWindowRateLimiter _local;

    /// <param name="key">What is counted, and for whom.</param>
    /// <param name="window">How often, in what time.</param>
    /// <param name="redis">Where the nodes meet.</param>
    public SharedLimiter(string key, FixedWindowRateLimiterOptions window, IConnectionMultiplexer redis)
    {
        _redis = redis;
        _local = new FixedWindowRateLimiter(window);
        _shared = new RedisFixedWindowRateLimiter<string>(
            key, new RedisFixedWindowRateLimiterOptions
            {
                PermitLimit = window.PermitLimit,
                Window = window.Window,
                ConnectionMultiplexerFactory = () => redis,
            });
    }

    /// <summary>What Redis has counted is there; this can go whenever it has counted nothing itself.</summary>
    public override TimeSpan? IdleDuration => _local.IdleDuration;

    public override RateLimiterStatistics? GetStatistics() => _local.GetStatistics();

    /// <summary>Nothing is known without asking: the middleware asks again, and waits.</summary>
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => _shared.AttemptAcquire(permitCount);

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        if (_redis.IsConnected)
        {
            try
            {
                return await _shared.AcquireAsync(permitCount, cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
            }
            catch (Exception away) when (away is RedisException or TimeoutException)
            {
                // The node that tells others what changed (NodeBus) notices too.
            }
        }

        return _local.AttemptAcquire(permitCount);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _shared.Dispose();
            _local.Dispose();
        }

        base.Dispose(disposing);
    }
}
