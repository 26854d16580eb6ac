using System.Xml.Linq;

using LlmGuide.Core.Accounts;

using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LlmGuide.Web.Accounts.Tickets;

/// <summary>
/// Keeps the data-protection keys in the database: every node reads the same cookies, and a new container keeps its members signed in.
/// </summary>
internal sealed class ProtectionKeys(KeyRing keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
