using LlmGuide.Core;
using LlmGuide.Core.Discussion.Members;
using LlmGuide.Core.Members;
using LlmGuide.Web.Islands.Tables;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Shell.Admin;

/// <summary>All members. What is done with one is done on the page of the member: each act asks once, and names what happens.</summary>
public sealed partial class MemberTable
{
    private const string Role = "role";
    private const string State = "state";

    /// <summary>Who has no role.</summary>
    private const string NoRole = "none";

    /// <summary>What the address can have.</summary>
    internal static readonly IReadOnlyList<string> Keys = [Role, State];

    private static readonly IReadOnlyList<TableFilter> Known =
    [
        new(Role, "Role", [.. MemberLabels.AllRoles.Select(role => (role.ToSlug(), role.ToString())), (NoRole, "None")]),
        TableFilter.Of<MemberState>(State, "State", state => state.ToString()),
    ];

    [Inject]
    public required MemberListQuery Members { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    protected override Task<IReadOnlyList<TableFilter>> FiltersAsync(CancellationToken cancellationToken) => Task.FromResult(Known);

    protected override Task<Page<ListedMember>> FindAsync(TableQuestion asked, CancellationToken cancellationToken) => Members.RunAsync(
        new MemberFilter(
            asked[TableQuestion.TextKey], Names.Parse<Role>(asked[Role]), Names.Parse<MemberState>(asked[State]),
            Names.Parse<MemberSort>(asked.Sort) ?? MemberSort.Name, asked.Descending),
        asked.Page, PageSize, cancellationToken);
}
