using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Interchange.Imports;

/// <summary>How the page of an import speaks of it, while it is looked at, when that is done, and the same of the import itself.</summary>
/// <param name="Act">What its button says.</param>
/// <param name="Back">Where one goes from it.</param>
/// <param name="Again">What that link says.</param>
internal sealed record ImportLabels(string Checking, string Preview, string Running, string Done, string Act, string Back, string Again)
{
    public static readonly ImportLabels OfFile = new(
        "Checking the file", "Preview of the import", "Importing", "Imported", "Import", Links.CurateImport, "Send another file");

    public static readonly ImportLabels OfSeed = new(
        "Comparing the content", "Preview of the update", "Updating the content", "Content updated", "Update", Links.AdminSeed,
        "Back to the content");
}
