using System.Globalization;

namespace LlmGuide.Web.Forms;

/// <summary>The fields of a form as they were sent. Lists are repeated fields, in the order in which they stand on the page.</summary>
internal static class PostedForm
{
    /// <summary>More is not read: the rules refuse it anyway.</summary>
    private const int MostRows = 200;

    extension(IFormCollection form)
    {
        public string Text(string name) => form[name].ToString().ReplaceLineEndings("\n");

        public string? Optional(string name) => form.Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

        public IReadOnlyList<string> All(string name) => [.. form[name].Take(MostRows).Select(value => value ?? "")];

        /// <summary>A list of which one stands on each line.</summary>
        public IReadOnlyList<string> Lines(string name) =>
            [.. form.Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

        /// <summary>Rows of two fields.</summary>
        public IEnumerable<(string First, string Second)> Pairs(string first, string second) =>
            form.All(first).Zip(form.All(second)).Select(row => (row.First, row.Second.ReplaceLineEndings("\n")));

        /// <returns>0 for nothing, and for what is no whole number.</returns>
        public int Number(string name) =>
            int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

        public bool Checked(string name) => form[name] == "true";
    }

    /// <summary>Which end of a metric is better, as the value of a choice.</summary>
    public static bool? Direction(string? value) => value switch { "higher" => true, "lower" => false, _ => null };

    public static string Direction(bool? higherIsBetter) => higherIsBetter switch { true => "higher", false => "lower", null => "" };

    public static readonly IReadOnlyList<(string Value, string Words)> Directions =
        [("higher", "Higher is better"), ("lower", "Lower is better"), ("", "Neither, or not known")];
}
