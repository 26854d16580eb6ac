namespace LlmGuide.Core.Interchange.Sota.Reading;

/// <summary>A table of a data set that is being read.</summary>
internal sealed class OpenSotaTable(int task, OpenSotaTable? parent)
{
    public int Task { get; } = task;

    public OpenSotaTable Root => parent?.Root ?? this;

    public string Name { get; set; } = "";

    public string Url { get; set; } = "";

    /// <summary>The names below the root: "Test set, hard part".</summary>
    public string Part => parent is null ? "" : parent.Part.Length == 0 ? Name : $"{parent.Part}, {Name}";

    public List<string> Metrics { get; } = [];

    public List<SotaRow> Rows { get; } = [];
}
