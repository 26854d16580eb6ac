using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Tests.Shared;

/// <summary>No line ends inside a short name, and the text of it stays as it was typed.</summary>
public sealed class UnbrokenTests
{
    [Theory]
    [InlineData("What is GPT-2?", "What is [GPT-2]?")]
    [InlineData("Llama-3.1 and τ-bench", "[Llama-3.1] and [τ-bench]")]
    [InlineData("τ²-bench, T5-11B, o4-mini", "[τ²-bench], [T5-11B], [o4-mini]")]
    [InlineData("top-p, k-NN", "[top-p], [k-NN]")]
    [InlineData("DeepSeek-V3.2", "[DeepSeek-V3.2]")]
    [InlineData("Fine-tuning BERT-based models", "Fine-tuning BERT-based models")]
    [InlineData("grok-voice-think-fast-1.0", "grok-voice-think-fast-1.0")]
    [InlineData("1990-2000 - a - b-", "[1990-2000] - a - b-")]
    [InlineData("<b>GPT-2</b> & \"x\"", "&lt;b&gt;[GPT-2]&lt;/b&gt; &amp; &quot;x&quot;")]
    [InlineData("", "")]
    public void A_name_with_a_number_or_a_letter_is_kept_in_one_line(string title, string html) => Assert.Equal(
        html.Replace("[", "<span class=\"nb\">").Replace("]", "</span>"), Unbroken.Of(title).Value);
}
