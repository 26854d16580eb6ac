using LlmGuide.Core.Data;

namespace LlmGuide.Web.Shared.Jobs;

/// <summary>What is done again and again for as long as the application runs.</summary>
/// <param name="Name">What it does, as administrators read it: “Sending mails”.</param>
/// <param name="Period">From one round to the next.</param>
/// <param name="First">From the start to the first round.</param>
internal sealed record Job(string Name, TimeSpan Period, TimeSpan First, Signal Signal, Func<CancellationToken, Task> RunAsync);
