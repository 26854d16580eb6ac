using LlmGuide.Core.Accounts;

namespace LlmGuide.Web.Accounts.Circuits;

/// <summary>
/// Ends circuits with the session that opened them: when somebody signs out, here or elsewhere, is suspended, or loses their account.
/// The database is asked, so it does not matter on which node that was done. While it is away acts are refused,
/// so nothing is done meanwhile that should not be.
/// </summary>
internal sealed class CircuitWatch(OpenCircuits open, CurrentMember members)
{
    /// <summary>Looks once at every session that has a circuit open.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var session in open.Sessions)
        {
            if (await members.RunAsync(session, cancellationToken) is not { Suspended: false })
            {
                open.Cut(session);
            }
        }
    }
}
