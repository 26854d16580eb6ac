using LlmGuide.Core;

namespace LlmGuide.Web.Shared;

/// <summary>How a page that shows a refusal answers.</summary>
internal static class RefusalStatus
{
    extension(Refusal refusal)
    {
        /// <summary>A rule is the page as before, with a sentence.</summary>
        public int Status => refusal.Cause switch
        {
            Cause.NotAllowed => StatusCodes.Status403Forbidden,
            Cause.Busy => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status200OK,
        };
    }
}
