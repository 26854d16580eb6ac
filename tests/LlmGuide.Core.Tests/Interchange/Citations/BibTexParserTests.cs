using System.Text.Json;

using LlmGuide.Core.Interchange.Citations;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Interchange.Citations;

/// <summary>The parser of Better BibTeX (https://github.com/retorquere/bibtex-parser) reads what the guide writes.</summary>
public sealed class BibTexParserTests(SeededDatabase seeded) : IClassFixture<SeededDatabase>
{
    private const string Script = """
        import { readFileSync } from 'node:fs'
        const { parse } = await import(process.argv[2])
        const read = parse(readFileSync(process.argv[3], 'utf8'))
        console.log(JSON.stringify({
          errors: read.errors.map(e => e.error ?? String(e)),
          entries: read.entries.map(e => ({ key: e.key, title: e.fields.title, authors: (e.fields.author ?? []).length }))
        }))
        """;

    [Fact]
    public async Task Every_work_of_the_guide_is_read_with_its_key_its_title_and_its_authors()
    {
        var parser = NpmModules.FileOf("@retorquere/bibtex-parser", "dist/esm/index.js");
        var works = await seeded.Database.Get<CitationQuery>().AllAsync(GuideDatabase.Cancelled).ToListAsync(GuideDatabase.Cancelled);
        var folder = Directory.CreateTempSubdirectory("llmguide-bibtex-").FullName;
        try
        {
            await using (var file = File.Create(Path.Combine(folder, "all.bib")))
            {
                await CitationFormat.BibTex.WriteAsync(works, file, GuideDatabase.Cancelled);
            }

            await File.WriteAllTextAsync(Path.Combine(folder, "read.mjs"), Script, GuideDatabase.Cancelled);
            var (code, said) = await NpmModules.RunAsync(folder, "node", "read.mjs", parser, "all.bib");
            Assert.True(code == 0, said);
            using var read = JsonDocument.Parse(said);
            Assert.Empty(read.RootElement.GetProperty("errors").EnumerateArray().Select(e => e.GetString()));
            var entries = read.RootElement.GetProperty("entries").EnumerateArray()
                .ToDictionary(e => e.GetProperty("key").GetString()!, StringComparer.Ordinal);
            Assert.Equal(works.Select(w => w.Key).Order(StringComparer.Ordinal), entries.Keys.Order(StringComparer.Ordinal));
            Assert.All(works, work => Assert.Equal(work.Authors.Count, entries[work.Key].GetProperty("authors").GetInt32()));

            // It writes titles in sentence case, and leaves the capitals that are protected.
            Assert.Equal(
                "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
                entries.Values.Select(e => e.GetProperty("title").GetString()!)
                    .Single(t => t.StartsWith("BERT: Pre", StringComparison.Ordinal)),
                ignoreCase: true);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
