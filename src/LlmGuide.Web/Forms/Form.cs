using LlmGuide.Core;

using Microsoft.AspNetCore.Components.Forms;

namespace LlmGuide.Web.Forms;

/// <summary>A form that was sent, and what is said against it.</summary>
internal sealed class Form
{
    private readonly ValidationMessageStore _refusals;

    public Form(object draft)
    {
        Context = new EditContext(draft);
        _refusals = new ValidationMessageStore(Context);
    }

    public EditContext Context { get; }

    /// <summary>Shows why nothing was done, at each field that is wrong.</summary>
    public void Refuse(Refusal refusal)
    {
        foreach (var wrong in (Refusal[])[refusal, .. refusal.Others])
        {
            _refusals.Add(Context.Field(wrong.Field ?? ""), wrong.Why);
        }

        Context.NotifyValidationStateChanged();
    }
}
