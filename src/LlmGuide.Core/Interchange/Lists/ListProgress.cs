namespace LlmGuide.Core.Interchange.Lists;

/// <summary>How far an import is, in works: one that is checked and has yet to be written is half done.</summary>
/// <param name="isDryRun">Whether they are only checked.</param>
internal sealed class ListProgress(IProgress<(long Done, long All)>? progress, int all, bool isDryRun)
{
    public void Checked(int works) => progress?.Report((isDryRun ? works : works / 2, all));

    public void Written(int works) => progress?.Report(((all + works) / 2, all));

    public void End() => progress?.Report((all, all));
}
