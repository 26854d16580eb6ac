namespace LlmGuide.Core.Learning.Groups;

/// <summary>What a group reads, and how fast.</summary>
/// <param name="StageId">Of <see cref="GroupReads.Stage"/>.</param>
/// <param name="TopicIds">Of <see cref="GroupReads.Topics"/>.</param>
internal sealed record GroupPlan(
    GroupReads Reads, int? StageId, IReadOnlyList<int> TopicIds, DateOnly StartOn, int TopicsPerWeek, string TimeZone);
