using LlmGuide.Core.Interchange.Lists;

namespace LlmGuide.Core.Tests.Interchange.Lists;

public sealed class ListProgressTests
{
    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 3)]
    [InlineData(false, 0)]
    public void An_import_is_half_done_when_all_is_checked_and_never_goes_back(bool isDryRun, int written)
    {
        var seen = new Reports();
        var steps = new ListProgress(seen, 5, isDryRun);
        Enumerable.Range(1, 5).ToList().ForEach(steps.Checked);
        Assert.Equal(isDryRun ? 5 : 2, seen.Done[^1]);
        Enumerable.Range(1, isDryRun ? 0 : written).ToList().ForEach(steps.Written);
        steps.End();
        Assert.Equal(seen.Done.Order(), seen.Done);
        Assert.Equal(5, seen.Done[^1]);
    }

    private sealed class Reports : IProgress<(long Done, long All)>
    {
        public List<long> Done { get; } = [];

        public void Report((long Done, long All) value) => Done.Add(value.Done);
    }
}
