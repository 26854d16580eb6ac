using System.ComponentModel.DataAnnotations;

using LlmGuide.Web.Shared.Sections;

namespace LlmGuide.Web.Settings.Backups;

/// <summary>Backups that the application makes by itself (configuration section <c>Backup</c>).</summary>
internal sealed class BackupOptions
{
    public const string Section = "Backup";

    /// <summary>Where they go; empty: none are made.</summary>
    [OneLine(1000)]
    public string Folder { get; init; } = "";

    /// <summary>From one to the next. Default: a day.</summary>
    [Range(1, 720)]
    public int Hours { get; init; } = 24;

    /// <summary>How many stay; older ones are deleted. Default: two weeks of days.</summary>
    [Range(1, 1_000)]
    public int Keep { get; init; } = 14;
}
