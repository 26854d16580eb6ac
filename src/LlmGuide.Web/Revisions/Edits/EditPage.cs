using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Forms.Notes;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Revisions.Edits;

/// <summary>
/// Where a curator adds something with a history, or edits it; its markup stands in an <see cref="EditFrame"/>. A form whose sign-in has
/// ended meanwhile comes back with everything that was typed (<see cref="Admissions.ValidateFormAsync"/>).
/// </summary>
public abstract class EditPage<TSubject, TDraft> : GuideComponent
    where TSubject : class, IRevised
    where TDraft : class, new()
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

    /// <summary>Renders what is to be looked at before it is saved.</summary>
    /// <returns>What is wrong.</returns>
    protected virtual Task<Refusal?> PreviewAsync(TDraft draft) => Task.FromResult<Refusal?>(null);

    protected virtual Task<Outcome<Edited>> SaveAsync(Actor actor, Edit<TDraft> edit) => Editing.SaveAsync(Kind, actor, edit, Aborted);

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

    /// <summary>A number or a day as it was typed, whatever that is; as it is in the draft when nobody has sent the form.</summary>
    protected string? Typed(string name, IFormattable? number) =>
        HttpMethods.IsPost(Http.Request.Method) && State.Wrong is not EditConflict && Http.Request.Form.ContainsKey(name)
            ? Http.Request.Form.Text(name) : number?.ToString(number is DateOnly ? "O" : null, CultureInfo.InvariantCulture);

    protected async Task SendAsync()
    {
        if (Draft is null)
        {
            return;
        }

        var form = Http.Request.Form;
        (Draft, State.Wrong) = Read(form);
        (State.Version, State.Reason, State.Confirmed) = (form.Number("Version"), form.Text("Reason"), form.Checked("Confirmed"));
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
        else if (act.Name == FormAction.Preview)
        {
            State.Wrong = Refusal.All(State.Wrong, await PreviewAsync(Filled(Draft)));
        }
        else
        {
            await SaveAsync(Http.Actor()!, Filled(Draft));
        }
    }

    private async Task SaveAsync(Actor actor, TDraft draft)
    {
        var edit = new Edit<TDraft>(Known?.Id, State.Version, draft, State.Reason) { Confirmed = State.Confirmed };
        if (State.Wrong is { } unreadable)
        {
            State.Wrong = Refusal.All(unreadable, (await Editing.PrepareAsync(Kind, actor, edit, Aborted)).Refusal);
            return;
        }

        var saved = await SaveAsync(actor, edit);
        State.Wrong = saved.Refusal;
        if (saved.Refusal is EditConflict conflict)
        {
            (Draft, State.Version) = (DraftJson.Read<TDraft>(conflict.Merged), conflict.Version);
        }
        else if (saved.Refusal is null)
        {
            SavedNote.Next(Http.Response);
            Navigation.NavigateTo(AddressOf(saved.Value!, draft));
        }
    }
}
