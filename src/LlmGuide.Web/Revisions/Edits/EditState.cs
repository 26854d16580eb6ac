using LlmGuide.Core;
using LlmGuide.Core.Revisions;
using LlmGuide.Web.Forms;

namespace LlmGuide.Web.Revisions.Edits;

/// <summary>How far somebody is with a form of curation.</summary>
public sealed class EditState
{
    public Admission Admission { get; set; }

    /// <summary>The version of the subject that the form started from.</summary>
    public int Version { get; set; }

    /// <summary>What was typed about why.</summary>
    public string? Reason { get; set; }

    /// <summary>What somebody else has changed meanwhile.</summary>
    public EditConflict? Conflict { get; set; }

    /// <summary>What is wrong.</summary>
    public Refusal? Wrong { get; set; }

    /// <summary>Why nothing was saved although nothing is wrong.</summary>
    public string? Notice { get; set; }

    public string? ErrorOf(string field) => Wrong is { Field: { } at } && at == field ? Wrong.Why : null;
}
