using System.Globalization;

using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Islands.Tables.Bulk;

public sealed partial class BulkForm
{
    /// <summary>The name of the form, for the tables that post to it.</summary>
    internal const string Name = "bulk";

    /// <summary>Tells the list what was done.</summary>
    internal const string DoneKey = "done";

    private readonly FormState _form = new() { Anchor = "bulk" };
    private IReadOnlyList<BulkChoice> _choices = [];
    private IReadOnlyList<string> _rows = [];
    private int _done;

    [Parameter, EditorRequired]
    public required BulkActs Acts { get; set; }

    [SupplyParameterFromForm(Name = "id")]
    public IReadOnlyList<string>? Rows { get; set; }

    [SupplyParameterFromForm(Name = "do")]
    public string? Choice { get; set; }

    [SupplyParameterFromForm(Name = "reason")]
    public string? Reason { get; set; }

    [SupplyParameterFromForm(Name = "back")]
    public string? Back { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!HttpMethods.IsPost(Http.Request.Method))
        {
            Navigation.NavigateTo(Acts.Table);
            return;
        }

        _choices = await Acts.ChoicesAsync(Aborted);
        _rows = [.. (Rows ?? []).Where(row => row is not null).Distinct(StringComparer.Ordinal)];
    }

    private async Task DoAsync()
    {
        if (!await _form.IsTakenAsync(Http, "press the button"))
        {
            return;
        }

        var outcome = await Acts.RunAsync(Http.Actor()!, _rows, Choice, Reason, Aborted);
        if (_form.IsRight(outcome.Wrong))
        {
            Navigation.NavigateTo(BackTo(outcome.Done));
            return;
        }

        (_done, _rows) = (outcome.Done, outcome.Left);
    }

    private string BackTo(int? done) =>
        Links.With(LocalAddress.Of(Back, Acts.Table), [new(DoneKey, done?.ToString(CultureInfo.InvariantCulture))]);

    /// <returns>With how many rows something was just done; <c>null</c> when the list is just opened.</returns>
    internal static int? DoneWith(IQueryCollection query) =>
        int.TryParse(query[DoneKey], NumberStyles.None, CultureInfo.InvariantCulture, out var done) ? done : null;
}
