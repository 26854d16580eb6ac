using LlmGuide.Core.Lookup;

namespace LlmGuide.Web.Lookup;

/// <summary>Carries why there is no answer out of a connection; <see cref="OutsideClient"/> catches it.</summary>
internal sealed class OutsideException : Exception
{
    public OutsideException()
    {
    }

    public OutsideException(string message)
        : base(message)
    {
    }

    public OutsideException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public OutsideException(OutsideProblem problem, string words, Exception? inner = null)
        : base(words, inner) => Problem = problem;

    public OutsideProblem Problem { get; } = OutsideProblem.Garbled;
}
