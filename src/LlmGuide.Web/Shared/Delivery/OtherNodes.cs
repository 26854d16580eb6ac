using StackExchange.Redis;

namespace LlmGuide.Web.Shared.Delivery;

/// <summary>
/// The other processes that serve this guide. What was changed here is told to them, and what they tell is heard, over Redis
/// (setting <c>Redis</c>). Nothing is kept there, and nothing waits for it: while it is away, pages are made and comments are written
/// as before, and the others find out after <see cref="ReadingPagePolicy.KeptFor"/>. Without the setting this process is alone.
/// </summary>
internal sealed class OtherNodes : IDisposable
{
    private readonly ConnectionMultiplexer? _redis;
    private readonly string _me = Guid.NewGuid().ToString("N");

    /// <param name="redis">Where it is, as StackExchange.Redis understands it; <c>null</c> for a guide of one process.</param>
    public OtherNodes(ConfigurationOptions? redis)
    {
        if (redis is not null)
        {
            redis.AbortOnConnectFail = false;
            _redis = ConnectionMultiplexer.Connect(redis);
        }
    }

    /// <param name="about">What kind of news it is.</param>
    /// <param name="news">At most a few words each, without a space in them.</param>
    public void Tell(string about, IEnumerable<string> news) =>
        _redis?.GetSubscriber().Publish(Channel(about), $"{_me} {string.Join(' ', news)}", CommandFlags.FireAndForget);

    /// <summary>Calls <paramref name="act"/> with what others tell, and never with what was told here.</summary>
    public void Hear(string about, Action<string[]> act) => _redis?.GetSubscriber().Subscribe(
        Channel(about),
        (_, message) =>
        {
            var words = message.ToString().Split(' ');
            if (words[0] != _me)
            {
                act(words[1..]);
            }
        },
        CommandFlags.FireAndForget);

    public void Dispose() => _redis?.Dispose();

    private static RedisChannel Channel(string about) => RedisChannel.Literal($"llmguide:{about}");
}
