namespace LlmGuide.Core.Interchange.Seed.Kept;

/// <summary>A seed that was brought into the catalogue. Of the last one the content is kept, so that a newer one can be compared.</summary>
internal sealed class SeedLoad
{
    private SeedLoad()
    {
    }

    internal SeedLoad(string hash, DateOnly? dated, byte[] content, DateTimeOffset at)
    {
        Hash = hash;
        Dated = dated;
        Content = content;
        At = at;
    }

    public int Id { get; private set; }

    /// <summary>Of everything that it says; the form of its files does not count.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The day that it carries; <c>null</c> where it carries none.</summary>
    public DateOnly? Dated { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>What it said (<see cref="SeedCopy"/>); <c>null</c> once there is a newer one.</summary>
    public byte[]? Content { get; private set; }

    internal void Forget() => Content = null;
}
