using System.Globalization;

using LlmGuide.Core;

using Microsoft.AspNetCore.Mvc;

namespace LlmGuide.Web.Shared.Api;

/// <summary>
/// Which batch of a list a program asks for. Bound by properties, as all <c>[AsParameters]</c>: of a constructor with <c>string?</c>
/// the generator of the request delegates makes code that does not compile.
/// </summary>
internal sealed record BatchRequest
{
    /// <summary>How many at most: 1 to 200, default 50.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    /// <summary>The value of <c>next</c> from an earlier answer.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; init; }

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
