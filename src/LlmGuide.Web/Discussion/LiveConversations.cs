using System.Collections.Concurrent;
using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Web.Caching.Nodes;

namespace LlmGuide.Web.Discussion;

/// <summary>
/// Who is looking at which conversation in this process, and tells them that it changed, here or on another node.
/// What changed they read for themselves.
/// </summary>
internal sealed class LiveConversations : IConversationNews
{
    private const string News = "talk";

    private readonly ConcurrentDictionary<int, ConcurrentDictionary<Listener, byte>> _listeners = new();
    private readonly NodeBus _others;

    public LiveConversations(NodeBus others)
    {
        _others = others;
        others.Hear(News, conversations => Array.ForEach(
            conversations, conversation => TellListeners(int.Parse(conversation, CultureInfo.InvariantCulture))));
        others.WhenNewsWereMissed(() =>
        {
            foreach (var conversation in _listeners.Keys)
            {
                TellListeners(conversation);
            }
        });
    }

    public void Changed(int conversationId)
    {
        TellListeners(conversationId);
        _others.Tell(News, [conversationId.ToString(CultureInfo.InvariantCulture)]);
    }

    private void TellListeners(int conversationId)
    {
        if (_listeners.TryGetValue(conversationId, out var listeners))
        {
            foreach (var listener in listeners.Keys)
            {
                listener.Changed.Ring();
            }
        }
    }

    public Listener Listen(int conversationId)
    {
        var listener = new Listener(this, conversationId);
        _listeners.GetOrAdd(conversationId, _ => new ConcurrentDictionary<Listener, byte>())[listener] = 0;
        return listener;
    }

    /// <summary>One page that is open. It holds at most one piece of news: two changes are looked at together.</summary>
    internal sealed class Listener(LiveConversations live, int conversationId) : IDisposable
    {
        public Signal Changed { get; } = new();

        public void Dispose()
        {
            if (live._listeners.TryGetValue(conversationId, out var listeners))
            {
                listeners.TryRemove(this, out _);
            }
        }
    }
}
