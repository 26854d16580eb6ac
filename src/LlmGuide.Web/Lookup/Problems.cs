using LlmGuide.Core.Lookup;

namespace LlmGuide.Web.Lookup;

/// <summary>What an exception of the network means.</summary>
internal static class Problems
{
    public static LookupResponse Of(Exception broken) => broken switch
    {
        { InnerException: WebClientException none } => Answer(none.Problem, none.Message),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            Answer(OutsideProblem.Insecure, "Its certificate is not trusted."),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            Answer(OutsideProblem.NoSuchHost, "There is no such host."),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
            Answer(OutsideProblem.NotReached, "The server cannot be reached."),
        _ => Answer(OutsideProblem.Garbled, "The answer was cut off, or is not HTTP."),
    };

    private static LookupResponse Answer(OutsideProblem problem, string words) => new(null, problem, words);
}
