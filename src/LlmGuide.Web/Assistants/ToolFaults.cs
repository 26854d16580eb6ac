using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace LlmGuide.Web.Assistants;

/// <summary>What could not be answered is told to the assistant in a sentence; a mistake of ours is written down too.</summary>
internal static partial class ToolFaults
{
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Told(
        McpRequestHandler<CallToolRequestParams, CallToolResult> call) => async (request, cancellationToken) =>
    {
        if (request.MatchedPrimitive is McpServerTool { ProtocolTool: var tool }
            && ToolArguments.Fault(tool, request.Params?.Arguments) is { } wrong)
        {
            return Says(wrong);
        }

        try
        {
            return await call(request, cancellationToken);
        }
        catch (McpException refused) when (refused is not McpProtocolException)
        {
            return Says(refused.Message);
        }
#pragma warning disable CA1031 // Whatever it is: the assistant gets an answer, and the log the fault.
        catch (Exception fault) when (fault is not (McpProtocolException or OperationCanceledException))
#pragma warning restore CA1031
        {
            LogFault(request.Services!.GetRequiredService<ILogger<GuideTools>>(), request.Params?.Name ?? "", fault);
            return Says("Something broke on our side. It has been written down; try again in a minute.");
        }
    };

    private static CallToolResult Says(string words) => new() { IsError = true, Content = [new TextContentBlock { Text = words }] };

    [LoggerMessage(Level = LogLevel.Error, Message = "The tool {Tool} of assistants failed.")]
    private static partial void LogFault(ILogger logger, string tool, Exception fault);
}
