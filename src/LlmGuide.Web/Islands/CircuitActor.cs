using LlmGuide.Core.Accounts;
using LlmGuide.Core.Members;
using LlmGuide.Web.Forms;

using Microsoft.AspNetCore.Components.Authorization;

namespace LlmGuide.Web.Islands;

/// <summary>
/// Who is behind a circuit, as the database has it at this moment: it stays open longer than a role or a session may last.
/// </summary>
public sealed class CircuitActor(AuthenticationStateProvider state, CurrentMember members)
{
    /// <returns><c>null</c> when the session is over.</returns>
    public async Task<Actor?> FindAsync(CancellationToken cancellationToken) =>
        (await state.GetAuthenticationStateAsync()).User.SessionId() is { } session
            ? await members.RunAsync(session, cancellationToken) : null;
}
