using System.Globalization;

using MimeKit;

namespace LlmGuide.Core.Text;

/// <summary>
/// Mail addresses that mail can be sent to. Only a mail to it shows whether there is such a mailbox; but what no server takes is said at
/// once, since the mail would never come.
/// </summary>
public static class MailAddressText
{
    /// <summary>RFC 5321, 4.5.3.1: of the whole address, of what stands before the @, and of a part of the domain (RFC 1035).</summary>
    public const int MaxLength = 254;
    private const int MaxLocal = 64;
    private const int MaxLabel = 63;

    /// <summary>No names, groups, routes or comments around it, and nothing that only old programs wrote.</summary>
    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    /// <summary>Whether <paramref name="address"/> is one address of a mailbox, and nothing else.</summary>
    public static bool IsPossible(string address) =>
        address.Length <= MaxLength && !address.Any(IsUnseen)
        && MailboxAddress.TryParse(Strict, address, out var mailbox)
        && (mailbox.Address == address || mailbox.GetAddress(idnEncode: true) == address)
        && IsLocal(mailbox.LocalPart) && IsDomain(mailbox.Domain);

    private static bool IsLocal(string local) =>
        local.Length is > 0 and <= MaxLocal && Array.TrueForAll(local.Split('.'), part => part.Length > 0);

    /// <summary>With at least one dot: no mail goes to a top-level domain (RFC 7085), nor to the number of a machine.</summary>
    private static bool IsDomain(string domain) =>
        Uri.CheckHostName(domain) == UriHostNameType.Dns && domain.Split('.') is [_, .., var last] labels
        && Array.TrueForAll(labels, IsLabel) && !last.All(char.IsAsciiDigit);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= MaxLabel && label[0] != '-' && label[^1] != '-' && !label.Contains('_', StringComparison.Ordinal);

    private static bool IsUnseen(char c) =>
        char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;
}
