using LlmGuide.Core.Lookup;

namespace LlmGuide.Web.Lookup;

/// <summary>Carries why there is no answer out of a connection; <see cref="PublicWebClient"/> catches it.</summary>
internal sealed class WebClientException : Exception
{
    public WebClientException()
    {
    }

    public WebClientException(string message)
        : base(message)
    {
    }

    public WebClientException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public WebClientException(OutsideProblem problem, string words, Exception? inner = null)
        : base(words, inner) => Problem = problem;

    public OutsideProblem Problem { get; } = OutsideProblem.Garbled;
}
