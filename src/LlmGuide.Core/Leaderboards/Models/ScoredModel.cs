using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Leaderboards.Models;

/// <summary>
/// A name under which results report a model. Names that mean the same model are merged: one is shown, and the others lead to it. A
/// result keeps the name that its source gave, so that a merge moves nothing and its undoing is exact (docs/decisions/0035).
/// </summary>
public sealed class ScoredModel : IRevised
{
    private ScoredModel()
    {
    }

    /// <param name="slug">See <see cref="Core.Slug"/>.</param>
    /// <param name="name">As results have it, to the letter; no two have the same.</param>
    public ScoredModel(string slug, string name)
    {
        Slug = slug;
        Name = name;
        Title = name;
    }

    public int Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>What the guide calls it.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Who makes it; <c>null</c> where nobody has said.</summary>
    public string? Vendor { get; private set; }

    /// <summary>When it came out, as <see cref="PartialDate"/> reads it; <c>null</c> where nobody has said.</summary>
    public string? Released { get; private set; }

    /// <summary>What a curator says it is another name of.</summary>
    public int? MergedIntoId { get; private set; }

    public ScoredModel? MergedInto { get; private set; }

    /// <summary>Where <see cref="MergedInto"/> leads in the end; <c>null</c> for one that is shown itself.</summary>
    public int? ShownAsId { get; private set; }

    public ScoredModel? ShownAs { get; private set; }

    public int Version { get; private set; }

    LogSubject IRevised.Subject => new(LogKind.Model, Slug, Title);

    void IRevised.CountRevision() => Version++;

    public void Rename(string slug, string title)
    {
        Slug = slug;
        Title = title;
    }

    public void Describe(string? vendor, string? released)
    {
        Vendor = vendor;
        Released = released;
    }

    /// <summary>Says what it is another name of; <c>null</c> for a model of its own.</summary>
    public void Merge(ScoredModel? into) => MergedInto = into;

    /// <summary>Says where its merges lead in the end.</summary>
    internal void Show(ScoredModel? root) => ShownAs = root;
}
