using LlmGuide.Core.Figures;

using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;
using YamlDotNet.Serialization.NodeDeserializers;

namespace LlmGuide.Core.Interchange.Seed;

/// <summary>Everything that the files of the seed say, before anyone asked whether it makes sense.</summary>
internal sealed record SeedFolder(
    IReadOnlyList<Located<SeedStage>> Stages,
    IReadOnlyList<Located<SeedTopic>> Topics,
    IReadOnlyList<Located<SeedResource>> Resources,
    IReadOnlyList<Located<SeedMetric>> Metrics,
    IReadOnlyList<Located<SeedTask>> Tasks,
    IReadOnlyList<Located<SeedSource>> Sources,
    IReadOnlyList<Located<SeedTable>> Tables,
    IReadOnlyList<Located<SeedModel>> Models,
    FigureLibrary Figures)
{
    /// <summary>Which edition of the seed it is; <c>null</c> where it does not say.</summary>
    public Located<SeedEdition>? Edition { get; init; }
}

/// <summary>Reads the YAML files of a seed folder into records that know their line.</summary>
internal sealed class SeedReader(string folder)
{
    private readonly IDeserializer _yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .WithNodeDeserializer(scalars => new CleanScalars(scalars), where => where.InsteadOf<ScalarNodeDeserializer>())
        .Build();

    private readonly List<SeedFault> _faults = [];

    /// <exception cref="SeedException">A file is missing or is not YAML of the right shape; all such faults at once.</exception>
    public SeedFolder Read()
    {
        var seed = new SeedFolder(
            List<SeedStage>("stages.yaml"),
            [.. Files("topics").SelectMany(One<SeedTopic>)],
            [.. Files("resources").SelectMany(List<SeedResource>)],
            List<SeedMetric>("metrics.yaml"),
            List<SeedTask>("tasks.yaml"),
            File.Exists(Path.Combine(folder, "sources.yaml")) ? List<SeedSource>("sources.yaml") : [],
            [.. Files("results").SelectMany(List<SeedTable>)],
            File.Exists(Path.Combine(folder, "models.yaml")) ? List<SeedModel>("models.yaml") : [],
            FigureLibrary.Read(folder))
        {
            Edition = File.Exists(Path.Combine(folder, "edition.yaml")) ? One<SeedEdition>("edition.yaml").FirstOrDefault() : null,
        };
        _faults.AddRange(seed.Figures.Faults.Select(fault => new SeedFault(fault.File, fault.Line, fault.Reason)));
        return _faults.Count == 0 ? seed : throw new SeedException(_faults);
    }

    private IEnumerable<string> Files(string subfolder)
    {
        var path = Path.Combine(folder, subfolder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.yaml").Select(f => $"{subfolder}/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)
            : [];
    }

    private List<Located<T>> List<T>(string file) => Parse(file, parser =>
    {
        var rows = new List<Located<T>>();
        parser.Consume<SequenceStart>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            rows.Add(Next<T>(parser, file));
        }

        return rows;
    });

    private List<Located<T>> One<T>(string file) => Parse(file, parser => new List<Located<T>> { Next<T>(parser, file) });

    private Located<T> Next<T>(IParser parser, string file)
    {
        var line = (int)(parser.Current?.Start.Line ?? 1);
        return new Located<T>(_yaml.Deserialize<T>(parser), file, line);
    }

    private List<T> Parse<T>(string file, Func<IParser, List<T>> read)
    {
        try
        {
            using var text = File.OpenText(Path.Combine(folder, file));
            var parser = new Parser(text);
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            return read(parser);
        }
        catch (FileNotFoundException)
        {
            _faults.Add(new SeedFault(file, 1, "The file is missing."));
        }
        catch (DirectoryNotFoundException)
        {
            _faults.Add(new SeedFault(file, 1, $"There is no folder {folder}."));
        }
        catch (YamlException broken)
        {
            _faults.Add(new SeedFault(file, (int)broken.Start.Line, Innermost(broken)));
        }

        return [];
    }

    private static string Innermost(Exception broken)
    {
        while (broken.InnerException is { } inner)
        {
            broken = inner;
        }

        return broken.Message.ReplaceLineEndings(" ");
    }
}
