using System.Text.Json;

namespace LlmGuide.Web.Tests.Catalogue.Figures;

/// <summary>The state of a figure in an address, which anybody may have written.</summary>
public sealed class FigureStateTests
{
    private const string Fields =
        "[{ name: 'layers', min: 4, max: 128 }, { name: 'bits', options: [[16, '16'], [8, '8']] }, { name: 'words', text: 12 }]";

    [Theory]
    [InlineData("layers:32,bits:8,words:a%2C%20b%3Ac", """{"layers":32,"bits":8,"words":"a, b:c"}""")]
    [InlineData("layers:9999", """{"layers":128}""")]
    [InlineData("layers:-1e999", "{}")]
    [InlineData("layers:,bits:7,words", "{}")]
    [InlineData("layers:NaN,other:1,__proto__:2", "{}")]
    [InlineData("words:%E0%A4%A", """{"words":""}""")]
    [InlineData("words:<script>alert(1)</script>", """{"words":"<script>aler"}""")]
    public void What_a_field_cannot_be_is_left_out(string text, string state)
    {
        using var script = new FigureScript("kit");
        Assert.Equal(state, script.Json($"parse({JsonSerializer.Serialize(text)}, {Fields})"));
    }
}
