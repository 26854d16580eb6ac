namespace LlmGuide.Web.Tests.Catalogue.Figures;

/// <summary>What the figures that can be touched compute, compared with the numbers that the texts of the guide work out.</summary>
public sealed class FigureNumberTests
{
    private const string Llama = "{ billions: 8, layers: 32, heads: 32, group: 4, size: 128, context: 8000, sequences: 16, bits: 16 }";

    [Fact]
    public void The_cache_of_the_text_on_inference_is_131072_bytes_for_a_token()
    {
        using var script = new FigureScript("kv-cache");
        Assert.Equal(131_072, script.Number("bytesPerToken({ layers: 32, heads: 8, size: 128, bits: 16 })"));
        Assert.Equal(16 * 8_000 * 131_072d, script.Number($"caches({Llama}).grouped"));
        Assert.Equal(4 * 16 * 8_000 * 131_072d, script.Number($"caches({Llama}).each"));
        Assert.Equal(16e9, script.Number($"weightBytes({Llama})"));
        Assert.Equal(16d * 8_000 * 32 * (512 + 64) * 2, script.Number($"caches({Llama}).latent"));
    }
}
