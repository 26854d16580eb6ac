using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Learning.Groups;
using LlmGuide.Core.Text;

namespace LlmGuide.Web.Learning.Groups;

/// <summary>The form of a group as it was typed.</summary>
public sealed class TypedGroup
{
    /// <summary>No rule takes it, and what is wanted is said at its field.</summary>
    private const int Unreadable = -1;

    public string? Name { get; set; }

    public string? Reads { get; set; } = "path";

    public string? Stage { get; set; }

    public IReadOnlyList<string>? Topics { get; set; } = [];

    public string? StartOn { get; set; }

    public string? TopicsPerWeek { get; set; } = "1";

    public string? TimeZone { get; set; } = "UTC";

    public bool ShowsProgress { get; set; }

    internal static TypedGroup Of(GroupDraft draft) => new()
    {
        Name = draft.Name,
        Reads = draft.Reads.ToSlug(),
        Stage = draft.Stage,
        Topics = draft.Topics,
        StartOn = draft.StartOn is { } day ? TypedDay.Of(day) : "",
        TopicsPerWeek = draft.TopicsPerWeek.ToInvariantString(),
        TimeZone = draft.TimeZone,
    };

    internal GroupDraft Read() => new()
    {
        Name = Name ?? "",
        Reads = Names.Parse<GroupReads>(Reads) ?? (GroupReads)Unreadable,
        Stage = Stage ?? "",
        Topics = Topics ?? [],
        StartOn = TypedDay.Read(StartOn),
        TopicsPerWeek = int.TryParse(TopicsPerWeek, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var number) ? number : Unreadable,
        TimeZone = (TimeZone ?? "").Trim(),
        ShowsProgress = ShowsProgress,
    };
}
