using LlmGuide.Core;
using LlmGuide.Core.Revisions;
using LlmGuide.Web.Forms;

namespace LlmGuide.Web.Revisions.Edits;

/// <summary>How far somebody is with the form of an <see cref="EditPage{TSubject,TDraft}"/>.</summary>
public sealed class EditState
{
    public Admission Admission { get; set; }

    /// <summary>The version of the subject that the form started from.</summary>
    public int Version { get; set; }

    /// <summary>What was typed about why.</summary>
    public string? Reason { get; set; }

    /// <summary>What is wrong, with all that is wrong besides.</summary>
    public Refusal? Wrong { get; set; }

    /// <summary>Why nothing was saved although nothing is wrong.</summary>
    public string? Notice { get; set; }

    /// <summary>Whether what speaks against it was seen.</summary>
    public bool Confirmed { get; set; }

    public IReadOnlyList<Refusal> Errors => Wrong is null or EditConflict or Caution ? [] : [Wrong, .. Wrong.Others];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Why;
}
