namespace LlmGuide.Core.Discussion;

/// <summary>Tells those who are looking at a conversation that something in it changed. It may reach nobody, and never fails.</summary>
public interface IConversationNews
{
    /// <summary>Called after the commit.</summary>
    void Changed(int conversationId);
}
