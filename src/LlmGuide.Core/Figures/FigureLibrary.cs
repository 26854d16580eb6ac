using System.Collections.Frozen;

namespace LlmGuide.Core.Figures;

/// <summary>The drawings that ship with the guide: the files of <c>figures</c> in the folder of the seed, read once.</summary>
public sealed class FigureLibrary
{
    private const string Subfolder = "figures";

    private readonly FrozenDictionary<string, Figure> _bySlug;

    private FigureLibrary(IReadOnlyList<Figure> figures, IReadOnlyList<FigureFault> faults)
    {
        Figures = figures;
        Faults = faults;
        _bySlug = figures.ToFrozenDictionary(figure => figure.Slug, StringComparer.Ordinal);
    }

    /// <summary>By slug.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <summary>What is wrong with the files; a drawing with a fault is not among <see cref="Figures"/>.</summary>
    public IReadOnlyList<FigureFault> Faults { get; }

    /// <param name="folder">The folder of the seed; one without drawings gives a library without any.</param>
    public static FigureLibrary Read(string folder)
    {
        var (figures, faults) = (new List<Figure>(), new List<FigureFault>());
        foreach (var file in FilesIn(Path.Combine(folder, Subfolder)))
        {
            var (name, slug) = ($"{Subfolder}/{Path.GetFileName(file)}", Path.GetFileNameWithoutExtension(file));
            var reader = new FigureReader(name, slug);
            if (!Slug.IsValid(slug))
            {
                faults.Add(new FigureFault(name, 1, $"“{slug}” is not a slug: lower-case letters and digits, joined by single hyphens."));
            }
            else if (reader.Read(File.ReadAllText(file)) is { } figure)
            {
                figures.Add(figure);
            }

            faults.AddRange(reader.Faults);
        }

        return new FigureLibrary(figures, faults);
    }

    private static IEnumerable<string> FilesIn(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.svg").Order(StringComparer.Ordinal) : [];

    /// <returns><c>null</c> when no drawing has this slug.</returns>
    public Figure? Find(string slug) => _bySlug.GetValueOrDefault(slug);

    /// <returns>The first slug that a rendered text places and that no drawing has; or <c>null</c>.</returns>
    public string? Unknown(string html) => FigurePlace.In(html).FirstOrDefault(slug => Find(slug) is null);

    /// <summary>The drawings that a rendered text places, in its order, each once; what no longer ships is left out.</summary>
    public IReadOnlyList<Figure> In(string html) =>
        [.. FigurePlace.In(html).Distinct(StringComparer.Ordinal).Select(Find).OfType<Figure>()];
}
