using LlmGuide.Core;
using LlmGuide.Core.Members;

namespace LlmGuide.Web.Interchange.Imports;

/// <summary>One file that somebody sent, and how far it is. Its report grows while it runs; readers get a copy.</summary>
internal sealed class ImportJob(string id, Actor by, string file, ImportRequest request)
{
    private readonly Lock _lock = new();
    private readonly List<ImportRow> _entries = [];

    public string Id => id;

    public Actor By => by;

    /// <summary>Where the file is kept.</summary>
    public string File => file;

    public ImportRequest Request => request;

    public long Done { get; private set; }

    public long Rows { get; private set; }

    /// <summary>The counts, once it is through.</summary>
    public ImportEnd? Ended { get; private set; }

    /// <summary>Why it ended early.</summary>
    public string? Fault { get; private set; }

    public bool IsRunning => Ended is null && Fault is null;

    public void Add(ImportRow entry)
    {
        lock (_lock)
        {
            _entries.Add(entry);
        }
    }

    public void Progress(long done, long rows) => (Done, Rows) = (done, rows);

    public void End(Outcome<ImportEnd> outcome) => (Ended, Fault) = (outcome.Value, outcome.Refusal?.Why);

    public void Fail(string why) => Fault = why;

    /// <summary>One page of the report, in the order of the file.</summary>
    /// <param name="outcome">Only rows of which this became; <c>null</c> for all.</param>
    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    public Page<ImportRow> Report(string? outcome, long page, int size)
    {
        lock (_lock)
        {
            var total = outcome is null ? _entries.Count : _entries.Count(e => e.Outcome == outcome);
            var number = PageNumber.Clamp(page, total, size);
            return new Page<ImportRow>(
                [.. _entries.Where(e => outcome is null || e.Outcome == outcome).Skip((number - 1) * size).Take(size)],
                number, size, total);
        }
    }
}
