using System.Collections.Concurrent;

using StackExchange.Redis;

namespace LlmGuide.Web.Caching.Nodes;

/// <summary>
/// The other processes that serve this guide. What was changed here is told to them, and what they tell is heard, over Redis
/// (setting <c>Redis</c>). Nothing is kept there, and nothing waits for it: while it is away, pages are made and comments are written
/// as before, and kept for seconds only. Without the setting this process is alone. See decision 24.
/// </summary>
/// <remarks>
/// Redis forgets what nobody listened to, and no library knows when exactly a line was dead. So this node talks to itself too: what it
/// hears of itself proves that it hears the others; from a silence on until it hears itself again, it may have missed something.
/// </remarks>
internal sealed class NodeBus : IDisposable
{
    /// <summary>
    /// How long what was kept may live while every change is heard: a write of the import verb, which tells nobody, shows after it.
    /// </summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    /// <summary>The same while changes may be missed.</summary>
    private static readonly TimeSpan KeptForWhileDeaf = TimeSpan.FromSeconds(3);

    /// <summary>After so long without a word from itself this node takes itself for deaf.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(4);

    private const string OwnBeat = "beat";
    private const string Missed = "missed";

    // One for all: whoever hears the beat on it hears the rest.
    private static readonly RedisChannel Channel = RedisChannel.Literal("llmguide:news");

    private readonly ConnectionMultiplexer? _redis;
    private readonly TimeProvider _clock;
    private readonly string _me = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, Action<string[]>> _listeners = new(StringComparer.Ordinal);
    private readonly List<Action> _whenMissed = [];
    private readonly Lock _state = new();
    private bool _hears;
    private long _heardAt;

    /// <param name="redis">Where it is, as StackExchange.Redis understands it; <c>null</c> for a guide of one process.</param>
    /// <param name="clock">Measures silences.</param>
    public NodeBus(ConfigurationOptions? redis, TimeProvider clock)
    {
        _clock = clock;
        if (redis is not null)
        {
            redis.AbortOnConnectFail = false;
            _redis = ConnectionMultiplexer.Connect(redis);
            _redis.ConnectionFailed += (_, line) => LoseLine(line);
            _redis.GetSubscriber().Subscribe(Channel, (_, message) => Take(message.ToString().Split(' ')), CommandFlags.FireAndForget);
            Hear(Missed, _ => TellOfMissed());
        }
    }

    /// <summary>Where the nodes count together; <c>null</c> for a guide of one process.</summary>
    public IConnectionMultiplexer? Redis => _redis;

    /// <summary>How long pages and views may be kept now.</summary>
    public TimeSpan KeepFor => _redis is null || Volatile.Read(ref _hears) ? KeptFor : KeptForWhileDeaf;

    /// <param name="news">At most a few words each, without a space in them.</param>
    public void Tell(string about, IEnumerable<string> news) =>
        _redis?.GetSubscriber().Publish(Channel, string.Join(' ', [_me, about, .. news]), CommandFlags.FireAndForget);

    /// <summary>
    /// Calls <paramref name="act"/> with what others tell, and never with what was told here. One listener for each kind.
    /// </summary>
    public void Hear(string about, Action<string[]> act) => _listeners[about] = act;

    /// <summary>
    /// Calls <paramref name="act"/> when news may have been missed: as soon as the line is lost, so that nothing old stays for minutes, and
    /// again once it is back, for what came between.
    /// </summary>
    public void WhenNewsWereMissed(Action act)
    {
        lock (_state)
        {
            _whenMissed.Add(act);
        }
    }

    /// <summary>Says something to itself, and notices that it has not heard itself for too long. To be called every second.</summary>
    public void Beat()
    {
        if (Volatile.Read(ref _hears) && _clock.GetElapsedTime(Volatile.Read(ref _heardAt)) > LongestSilence)
        {
            ChangeState(hears: false);
        }

        Tell(OwnBeat, []);
    }

    public void Dispose() => _redis?.Dispose();

    private void Take(string[] words)
    {
        if (words[0] != _me)
        {
            if (_listeners.TryGetValue(words[1], out var act))
            {
                act(words[2..]);
            }
        }
        else if (words[1] == OwnBeat)
        {
            Volatile.Write(ref _heardAt, _clock.GetTimestamp());
            ChangeState(hears: true);
        }
    }

    private void LoseLine(ConnectionFailedEventArgs line)
    {
        if (line.ConnectionType == ConnectionType.Subscription)
        {
            ChangeState(hears: false);
        }
    }

    private void ChangeState(bool hears)
    {
        lock (_state)
        {
            if (_hears == hears)
            {
                return;
            }

            _hears = hears;
        }

        TellOfMissed();
        if (hears)
        {
            // What was told from here meanwhile may not have been heard there.
            Tell(Missed, []);
        }
    }

    private void TellOfMissed()
    {
        Action[] told;
        lock (_state)
        {
            told = [.. _whenMissed];
        }

        Array.ForEach(told, act => act());
    }
}
