using LlmGuide.Core;
using LlmGuide.Core.Revisions;
using LlmGuide.Web.Forms;

namespace LlmGuide.Web.Revisions.Edits;

/// <summary>How far somebody is with the form of an <see cref="EditPage{TSubject,TDraft}"/>.</summary>
public sealed class EditState : FormState
{
    /// <summary>The version of the subject that the form started from.</summary>
    public int Version { get; set; }

    /// <summary>What was typed about why.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether what speaks against it was seen.</summary>
    public bool Confirmed { get; set; }

    private protected override bool IsShownApart(Refusal wrong) => wrong is EditConflict or Caution;
}
