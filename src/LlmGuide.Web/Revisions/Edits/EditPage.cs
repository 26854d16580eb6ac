using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Revisions.Edits;

/// <summary>
/// What the forms of tasks, benchmarks, metrics and results have in common. A form whose sign-in has ended
/// meanwhile comes back with everything that was typed (<see cref="Admissions.ValidateFormAsync"/>).
/// </summary>
public abstract class EditPage<TSubject, TDraft> : GuideComponent
    where TSubject : class, IRevised
    where TDraft : class
{
    [Inject]
    public required Editing Editing { get; set; }

    [Inject]
    public required DraftQuery Drafts { get; set; }

    [Inject]
    public required FormerSlugQuery FormerSlugs { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected EditState State { get; } = new();

    /// <summary>What the form shows; <c>null</c> when there is nothing to show.</summary>
    protected TDraft? Draft { get; private set; }

    /// <summary>The subject as it is; <c>null</c> for a new one.</summary>
    protected Editable<TDraft>? Known { get; private set; }

    protected abstract EditableKind<TSubject, TDraft> Kind { get; }

    /// <summary>What the form was sent with, each text as it was typed, and what in it cannot be read.</summary>
    private protected abstract (TDraft Draft, Refusal? Wrong) Read(IFormCollection form);

    /// <summary>With a row more or less, or in another order.</summary>
    private protected virtual TDraft Arrange(TDraft draft, FormAction act) => draft;

    /// <summary>Without the rows that nobody has filled in.</summary>
    protected virtual TDraft Filled(TDraft draft) => draft;

    /// <summary>Where the subject is seen, once it is saved.</summary>
    protected abstract string AddressOf(Edited saved, TDraft draft);

    /// <returns>Whether the visitor may go on; if not, the answer is decided.</returns>
    protected bool Admit()
    {
        State.Admission = Http.Admit(Kind.Act);
        if (State.Admission == Admission.SignInFirst)
        {
            Navigation.NavigateTo(Links.SignInFor(Links.Here(Http.Request)));
        }

        return State.Admission is not (Admission.SignInFirst or Admission.Refused);
    }

    /// <summary>
    /// Shows the subject that an address names, or an empty form where it names none; sends away who may not, or where nothing is.
    /// </summary>
    /// <returns>Whether the form is shown.</returns>
    protected async Task<bool> OpenAsync(string? slug, SlugOwner? owner, Func<string, string> address, TDraft empty)
    {
        if (!Admit())
        {
            return false;
        }

        var known = slug is null ? null : await Drafts.RunAsync(Kind, slug, Aborted);
        if (slug is not null && known is null)
        {
            await MissAsync(owner, slug, address);
            return false;
        }

        Open(known, empty);
        return true;
    }

    /// <summary>Shows a subject, or an empty form.</summary>
    protected void Open(Editable<TDraft>? known, TDraft empty) =>
        (Known, Draft, State.Version) = (known, known?.Draft ?? empty, known?.Version ?? 0);

    /// <summary>Says that nothing is there, or sends the visitor to where it is now.</summary>
    protected async Task MissAsync(SlugOwner? owner, string slug, Func<string, string> address)
    {
        if (owner is { } named && await FormerSlugs.RunAsync(named, slug, Aborted) is { } current)
        {
            MovedTo(address(current));
            return;
        }

        Navigation.NotFound();
    }

    protected async Task SendAsync()
    {
        if (Draft is null)
        {
            return;
        }

        var form = Http.Request.Form;
        (Draft, State.Wrong) = Read(form);
        (State.Version, State.Reason) = (form.Number("Version"), form.Text("Reason"));
        var act = FormAction.Read(form["do"]);
        State.Notice = await Http.ValidateFormAsync("save");
        if (State.Notice is not null)
        {
            return;
        }

        if (act.List is not null)
        {
            (Draft, State.Wrong) = (Arrange(Draft, act), null);
        }
        else if (State.Wrong is null)
        {
            await SaveAsync(Http.Actor()!, Filled(Draft));
        }
    }

    private async Task SaveAsync(Actor actor, TDraft draft)
    {
        var saved = await Editing.SaveAsync(
            Kind, actor, new Edit<TDraft>(Known?.Id, State.Version, draft, State.Reason), Aborted);
        State.Wrong = saved.Refusal;
        if (saved.Refusal is EditConflict conflict)
        {
            State.Conflict = conflict;
            (Draft, State.Version) = (DraftJson.Read<TDraft>(conflict.Merged), conflict.Version);
        }
        else if (saved.Refusal is null)
        {
            Navigation.NavigateTo(AddressOf(saved.Value!, draft));
        }
    }
}
