namespace LlmGuide.Core.Interchange.Seed;

/// <summary>Something read from a file, and the line on which it starts.</summary>
internal sealed record Located<T>(T Value, string File, int Line);

/// <summary>What is wrong with the seed, at one place.</summary>
/// <param name="File">Relative to the folder of the seed.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Reason">What is wrong and what to do, in a sentence.</param>
public sealed record SeedFault(string File, int Line, string Reason)
{
    public override string ToString() => $"{File}:{Line}: {Reason}";
}

/// <summary>The seed is broken; nothing of it was loaded.</summary>
public sealed class SeedException : Exception
{
    public SeedException()
    {
    }

    public SeedException(string message)
        : base(message)
    {
    }

    public SeedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SeedException(IReadOnlyList<SeedFault> faults)
        : base(string.Join('\n', faults)) => Faults = faults;

    public IReadOnlyList<SeedFault> Faults { get; } = [];
}
