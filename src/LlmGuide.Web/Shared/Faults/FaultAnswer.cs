using LlmGuide.Core.Data;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Shared.Faults;

/// <summary>What somebody is told when their request could not be answered.</summary>
/// <param name="Status">
/// Of HTTP: 503 for what may work later, 429 for what was sent too often, 507 when there is no room, 500 for a mistake of ours.
/// </param>
/// <param name="RetryAfter">When it is worth trying again; <c>null</c> when nobody knows.</param>
public sealed record FaultAnswer(int Status, TimeSpan? RetryAfter, string Title, string Words)
{
    private const string NotSaved = "This was not saved";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(5);

    /// <param name="fault">What is wrong with the database; <c>null</c> for anything else.</param>
    public static FaultAnswer To(DatabaseFault? fault, bool isWrite) => fault switch
    {
        null => new(
            StatusCodes.Status500InternalServerError, null, "Something broke on our side",
            "It has been written down; try again in a minute."),

        // When the line breaks during a commit, nobody knows on which side of it.
        DatabaseFault.Away when isWrite => Unavailable(
            Soon, "This may not have been saved", "The guide’s database does not answer, so we cannot say. Try again in a minute."),
        DatabaseFault.Busy when isWrite =>
            Unavailable(Soon, NotSaved, "The guide’s database is too busy. Try again in a few seconds."),
        DatabaseFault.ReadOnly when isWrite => Unavailable(Later, NotSaved, "The guide can only be read at the moment. Try again later."),
        DatabaseFault.Moved when isWrite => Unavailable(Later, NotSaved, "The guide’s database is being replaced. Try again later."),
        DatabaseFault.Full => new(
            StatusCodes.Status507InsufficientStorage, Later, NotSaved,
            "The guide has no room left on its disk, and somebody has to make some. Try again later."),
        DatabaseFault.Busy => Unavailable(Soon, "The guide is busy", "Its database did not answer in time. Try again in a few seconds."),
        _ => Unavailable(
            Soon, "The guide cannot be read right now", "Its database does not answer. Nothing is lost; try again in a minute."),
    };

    /// <summary>What the server does not take at all has a status of its own.</summary>
    public static FaultAnswer ToUnreadable(BadHttpRequestException refused) =>
        new(
            refused.StatusCode, null, "This could not be read",
            refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? "It is too large." : "It is not what a browser would send here.");

    /// <param name="read">Whether it would have changed nothing.</param>
    /// <param name="wait">Until one more is taken.</param>
    public static FaultAnswer ToTooMany(bool read, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        var when = seconds < 120 ? Labels.Count(seconds, "second") : Labels.Count((seconds + 59) / 60, "minute");
        return new(
            StatusCodes.Status429TooManyRequests, TimeSpan.FromSeconds(seconds),
            read ? "A short pause, please" : "Too many tries",
            (read ? "More was asked for from your network than the guide answers at once." : "Nothing was done this time.")
                + $" Try again in {when}.");
    }

    private static FaultAnswer Unavailable(TimeSpan retryAfter, string title, string words) =>
        new(StatusCodes.Status503ServiceUnavailable, retryAfter, title, words);
}
