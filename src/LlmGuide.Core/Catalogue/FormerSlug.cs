namespace LlmGuide.Core.Catalogue;

/// <summary>A slug that something once had. Its address leads to the new one for ever.</summary>
public sealed class FormerSlug
{
    private FormerSlug()
    {
    }

    public FormerSlug(SlugOwner owner, string slug, string current)
    {
        Owner = owner;
        Slug = slug;
        Current = current;
    }

    public int Id { get; private set; }

    public SlugOwner Owner { get; private set; }

    public string Slug { get; private set; } = "";

    /// <summary>The slug to go to.</summary>
    public string Current { get; private set; } = "";
}

/// <summary>What a slug names; each has a space of names of its own.</summary>
public enum SlugOwner
{
    Topic,
    Resource,
    Task,
    Benchmark,
    Model,
}
