using System.ComponentModel.DataAnnotations;

using LlmGuide.Core.Text;

namespace LlmGuide.Web.Shared.Sections;

/// <summary>A setting that is a mail address and nothing else.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MailboxAttribute() : ValidationAttribute("a mail address such as moderators@example.org, or nothing")
{
    public override bool IsValid(object? value) =>
        value is string address && (address.Length == 0 || MailAddressText.IsPossible(address));
}
