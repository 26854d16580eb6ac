using LlmGuide.Core.Interchange.Imports;
using LlmGuide.Core.Members;
using LlmGuide.Web.Interchange.Imports.Requests;

namespace LlmGuide.Web.Interchange.Imports;

/// <summary>An import that this node does, and how far it is.</summary>
internal sealed class ImportJob(HeldImport run, Actor by, ImportRequest request, byte[]? file) : IProgress<(long Done, long All)>
{
    private readonly List<ImportRow> _rows = [];

    public HeldImport Run => run;

    public Actor By => by;

    public ImportRequest Request => request;

    /// <summary>As <see cref="PackedFile"/> packs it; <c>null</c> where nothing was sent.</summary>
    public byte[]? File => file;

    public (long Done, long Rows) Progress { get; private set; }

    /// <summary>What became of the rows so far.</summary>
    public IReadOnlyList<ImportRow> Rows => _rows;

    public void Add(ImportRow row) => _rows.Add(row);

    public void Report((long Done, long All) value) => Progress = value;
}
