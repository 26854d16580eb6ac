namespace LlmGuide.Core.Members;

/// <summary>A key that ASP.NET Core protects cookies and tokens with, so that every node has the same ones.</summary>
public sealed class ProtectionKey
{
    public int Id { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }
}
