namespace LlmGuide.Core.Learning.Marks;

/// <summary>What was marked on a device without an account, as its document says it.</summary>
/// <param name="DeviceNow">
/// What the clock of the device said when it sent this. All its times are moved by as much as that clock is wrong. <c>null</c> for a file
/// that was saved earlier.
/// </param>
public sealed record DeviceMarks(IReadOnlyList<DeviceMark> Marks, DateTimeOffset? DeviceNow)
{
    /// <summary>More works than any device marks in years.</summary>
    public const int Most = 5_000;
}

/// <param name="Resource">A slug, which the work may have had once.</param>
/// <param name="Since">By the clock of the device.</param>
public sealed record DeviceMark(string Resource, ReadingState State, DateTimeOffset Since);

/// <summary>What became of them.</summary>
/// <param name="Added">How many works are marked otherwise than before.</param>
/// <param name="Older">How many were left, since the account says something newer.</param>
/// <param name="Unknown">How many name a work that the guide never had.</param>
public sealed record MergedMarks(int Added, int Older, int Unknown);
