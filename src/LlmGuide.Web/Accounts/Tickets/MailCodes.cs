using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;

namespace LlmGuide.Web.Accounts.Tickets;

/// <summary>
/// The codes in the links of mails: 28 characters, so that a link stays on one line, where the framework's are 200 and more. A code says
/// until when it is good, and is signed with the member's security stamp: only the server knows that, and it changes when a code has opened
/// the account, so each works once.
/// </summary>
internal sealed class MailCodes(TimeProvider clock) : IUserTwoFactorTokenProvider<Member>
{
    public const string Provider = "Mail";

    private const int Time = sizeof(uint);
    private const int Signature = 17;

    public async Task<string> GenerateAsync(string purpose, UserManager<Member> manager, Member user)
    {
        var until = (uint)(clock.GetUtcNow() + Lifetime(purpose)).ToUnixTimeSeconds();
        return Base64Url.EncodeToString(Code(until, purpose, await manager.GetSecurityStampAsync(user), user));
    }

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Member> manager, Member user)
    {
        var sent = new byte[Time + Signature];
        if (token.Length != Base64Url.GetEncodedLength(sent.Length)
            || Base64Url.DecodeFromChars(token, sent, out _, out var written) != OperationStatus.Done
            || written != sent.Length)
        {
            return false;
        }

        var until = BinaryPrimitives.ReadUInt32BigEndian(sent);
        var right = Code(until, purpose, await manager.GetSecurityStampAsync(user), user);
        return CryptographicOperations.FixedTimeEquals(sent, right)
            && clock.GetUtcNow().ToUnixTimeSeconds() < until;
    }

    /// <summary>They are for mails, and no second factor.</summary>
    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Member> manager, Member user) => Task.FromResult(false);

    /// <summary>Whoever asks for a new password or another address is waiting for it; a new account may be confirmed tomorrow.</summary>
    private static TimeSpan Lifetime(string purpose) =>
        TimeSpan.FromHours(purpose == UserManager<Member>.ConfirmEmailTokenPurpose ? 24 : 1);

    private static byte[] Code(uint until, string purpose, string stamp, Member member)
    {
        var code = new byte[Time + Signature];
        BinaryPrimitives.WriteUInt32BigEndian(code, until);
        var signed = string.Create(CultureInfo.InvariantCulture, $"{until} {member.Id} {purpose}");
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(stamp), Encoding.UTF8.GetBytes(signed)).AsSpan(0, Signature).CopyTo(code.AsSpan(Time));
        return code;
    }
}
