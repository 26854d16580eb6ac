namespace LlmGuide.Web.Islands.Tables;

/// <summary>In which order a table is.</summary>
/// <param name="Descending">From the last to the first.</param>
/// <param name="Address">Where the rows are in the order of a column.</param>
public sealed record TableSort(string? By, bool Descending, Func<string, string> Address)
{
    internal string? Words(string column) =>
        column != By ? null : Descending ? ", from the last to the first" : ", from the first to the last";

    internal string Drawing(string column) => column != By
        ? MudBlazor.Icons.Material.Outlined.UnfoldMore
        : Descending ? MudBlazor.Icons.Material.Outlined.ExpandMore : MudBlazor.Icons.Material.Outlined.ExpandLess;
}
