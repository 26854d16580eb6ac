using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Maintenance;

namespace LlmGuide.Web.Settings.Health;

/// <summary>Brings texts up to what this program lets through, and the HTML that an older one has made of them.</summary>
internal sealed partial class TextPreparation(
    CleanOldTexts cleaning, RerenderProse again, RenewWorkKeys keys, ILogger<TextPreparation> log)
{
    private const int TellEvery = 1_000;

    /// <summary>Before the first reader, so that what is not let through any more is not shown once more.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        if (await again.IsDueAsync(cancellationToken))
        {
            await CleanAsync(cancellationToken);
            await RenderAgainAsync(cancellationToken);
        }
    }

    public async Task RenewKeysAsync(CancellationToken cancellationToken)
    {
        if (await keys.RunAsync(cancellationToken) is > 0 and var works)
        {
            LogKeys(log, works);
        }
    }

    public async Task<int> CleanAsync(CancellationToken cancellationToken)
    {
        var rows = await cleaning.RunAsync(cancellationToken);
        if (rows > 0)
        {
            LogCleaned(log, rows);
        }

        return rows;
    }

    public async Task<RenderedAgain> RenderAgainAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        var sum = await again.RunAsync(
            so =>
            {
                if (so.Texts - told >= TellEvery)
                {
                    told = so.Texts;
                    LogRendering(log, told);
                }
            },
            cancellationToken);
        if (sum.Texts + sum.Refused > 0)
        {
            LogRendered(log, sum.Texts, sum.Refused);
        }

        return sum;
    }

    [LoggerMessage(
        Level = LogLevel.Information, Message = "Characters that no text may have, such as controls, were removed from {Rows} rows.")]
    private static partial void LogCleaned(ILogger logger, int rows);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Works} works can be found by more ways to write their identifiers.")]
    private static partial void LogKeys(ILogger logger, int works);

    [LoggerMessage(Level = LogLevel.Information, Message = "Rendering again what an older version has rendered: {Texts} texts so far.")]
    private static partial void LogRendering(ILogger logger, int texts);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "What an older version had rendered was rendered again: {Texts} texts. {Refused} cannot be, and stay as they were.")]
    private static partial void LogRendered(ILogger logger, int texts, int refused);
}
