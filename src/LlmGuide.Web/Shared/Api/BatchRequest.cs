using System.Globalization;

using LlmGuide.Core;

using Microsoft.AspNetCore.Mvc;

namespace LlmGuide.Web.Shared.Api;

/// <summary>Which batch of a list a program asks for.</summary>
/// <param name="Limit">How many at most: 1 to 200, default 50.</param>
/// <param name="After">The value of <c>next</c> from an earlier answer.</param>
internal sealed record BatchRequest([FromQuery(Name = "limit")] string? Limit, [FromQuery(Name = "after")] string? After)
{
    /// <summary>
    /// The batch that <paramref name="read"/> gives for a key to go on after and a limit, or a problem that says what is wrong.
    /// </summary>
    public async Task<IResult> AnswerAsync<T>(Func<int, int, Task<Batch<T>>> read)
    {
        var limit = Cursor.DefaultLimit;
        if (Limit is { Length: > 0 }
            && (!int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > Cursor.MaxLimit))
        {
            return Refused($"limit must be a whole number from 1 to {Cursor.MaxLimit}.");
        }

        return Cursor.Parse(After) is { } after
            ? Results.Ok(await read(after, limit))
            : Refused("after must be the value of next from an earlier answer.");
    }

    private static IResult Refused(string reason) => Results.Problem(reason, statusCode: StatusCodes.Status400BadRequest);
}
