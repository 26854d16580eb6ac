using static LlmGuide.Core.Tests.Interchange.WorkedNumbers;

namespace LlmGuide.Core.Tests.Interchange;

/// <summary>
/// Worked numbers of the introductions and checks, computed again. A figure that a reader can redo stands in the text as it comes out
/// here; who changes an example changes it in both places.
/// </summary>
public sealed class SeedArithmeticTests
{
    [Fact]
    public void Attention_over_two_keys() => Holds(
        "transformer",
        $"softmax gives {Softmax(2, 0)[0]:0.00} and {Softmax(2, 0)[1]:0.00}",
        $"Without the division you get {Softmax(4, 0)[0]:0.00} and {Softmax(4, 0)[1]:0.00}",
        $@"4\cdot 512^2\approx {4 * 512 * 512 / Million:0.0}$ million",
        $@"2\cdot 512\cdot 2048\approx {2 * 512 * 2048 / Million:0.0}$ million",
        $@"\ln 65\approx{Math.Log(65):0.00}");

    [Fact]
    public void Loss_per_token_and_per_byte() => Holds(
        "tokenization",
        $"{700 / 1000.0:0.00} against {750 / 1000.0:0.00} nats per byte, or {0.70 / Math.Log(2):0.00} against {0.75 / Math.Log(2):0.00} bits per byte",
        $"1 nat = {1 / Math.Log(2):0.00} bits",
        $"$8000/1.25={8000 / 1.25:0}$ words against $8000/2.5={8000 / 2.5:0}$",
        $"attention computes {100 * (1 - (0.9 * 0.9)):0}% fewer scores");

    [Fact]
    public void Scale_of_a_loss_and_price_of_fine_tuning() => Holds(
        "pre-training-and-fine-tuning",
        $@"\ln 50000\approx{Math.Log(50_000):0.0}",
        $@"e^3\approx{Math.Exp(3):0}",
        $@"768\cdot3+3={(768 * 3) + 3}",
        $@"110\cdot10^6\cdot16\approx{110 * Million * 16 / Billion:0.0}$ GB",
        $"15% are chosen, {512 * 0.15:0.0} on average; of these 80% become `[MASK]` ({512 * 0.15 * 0.8:0.0}), 10% a random token ({512 * 0.15 * 0.1:0.0})");

    [Fact]
    public void Weights_of_a_low_rank_update()
    {
        Holds(
            "parameter-efficient-fine-tuning",
            $"| LoRA, $r=8$ | updates of all six matrices | {LowRank(8) / Million:0.0}M |",
            $"| LoRA, $r=8$ | updates of the query and value matrices | {32 * 2 * 8 * (4096 + 4096) / Million:0.0}M |",
            $"| Prefix, length 20 | keys and values in each layer | {32 * 2 * 20 * 4096 / Million:0.0}M |",
            $"| IA3 | three scaling vectors per layer | {32 * (4096 + 4096 + 16_384) / Million:0.00}M |",
            $"{LowRank(16):0,0}$, or {100 * LowRank(16) / (7 * Billion):0.00}%",
            $@"14+100\cdot{LowRank(8) * 2 / Billion:0.000}\approx{14 + (100 * LowRank(8) * 2 / Billion):0.0}$ GB");
        static double LowRank(int rank) => 32 * ((4.0 * rank * (4096 + 4096)) + (2.0 * rank * (4096 + 16_384)));
    }

    [Fact]
    public void Demonstrations_that_fit() => Holds(
        "in-context-learning",
        $"$(2048 - 128)/60 = {(2048 - 128) / 60}$ of them fit",
        $"it would be {(131_072 - 128) / 60:#,0}",
        $"scaled by $0.1$, gives $0.1\\,(2 \\cdot 3 + 4 \\cdot 6) = {0.1 * ((2 * 3) + (4 * 6)):0}$");

    [Fact]
    public void Probabilities_after_temperature_and_truncation()
    {
        foreach (var temperature in new[] { 0.5, 1, 2 })
        {
            var p = Softmax(2 / temperature, 1 / temperature, 0);
            var top = 1 + p.Select((_, i) => p.Take(i + 1).Sum()).Count(mass => mass < 0.85);
            FormattableString row = $"| $T={temperature}$ | {p[0]:0.00}, {p[1]:0.00}, {p[2]:0.00} | keeps 2 | keeps {top} | keeps {p.Count(x => x >= 0.1 * p[0])} |";
            Holds("decoding-strategies", row);
        }

        var left = (0.9 - 0.8) / (0.2 / 40);
        Holds("decoding-strategies", $"which is {left:0} of them: {left + 3:0} tokens");
    }

    [Fact]
    public void Votes_and_error_bars() => Holds(
        "prompting-and-reasoning",
        $@"\approx {100 * Math.Sqrt(0.7 * 0.3 / 100):0.0}$ points",
        $@"0.6^3 + 3 \cdot 0.6^2 \cdot 0.4 = {Math.Pow(0.6, 3) + (3 * 0.36 * 0.4):0.000}",
        $@"\approx{Difference(0.40, 0.52):0.0}$ points, so 12 points are {12 / Difference(0.40, 0.52):0.0} of them",
        $"For films it is {Difference(0.71, 0.73):0.0} points");

    [Fact]
    public void Overlap_metrics() => Holds(
        "nlp-tasks",
        $@"\left(\tfrac{{5}}{{6}} \cdot \tfrac{{3}}{{5}} \cdot \tfrac{{1}}{{4}}\right)^{{1/3}} = {Math.Pow(5 / 6.0 * 3 / 5.0 / 4.0, 1 / 3.0):0.0}",
        $"$F_1 = 2PR/(P+R) = {2 * (2 / 3.0) / ((2 / 3.0) + 1):0.0}$",
        $@"$e^{{1 - 6/4}} \approx {Math.Exp(1 - (6 / 4.0)):0.00}$",
        $"recall 1 and $F_1={2 * 0.5 / 1.5:0.00}$",
        $"$4.5/2/9={4.5 / 2 / 9:0.00}$ points");

    [Fact]
    public void Masked_places_and_drawn_masks() => Holds(
        "encoder-and-seq2seq-models",
        $"gives about {512 * 0.15:0} predictions",
        $"0.85^{{10}} \\approx {1 - Math.Pow(0.85, 10):0.00}",
        $"$0.6 \\cdot 110 = {0.6 * 110:0}$ million");

    [Fact]
    public void Size_of_a_published_mixture()
    {
        const double Width = 2880, Expert = 3 * Width * Width, Attention = ((2 * 4096) + (2 * 512)) * Width, Table = 201_088 * Width;
        var (large, small) = (Expert * 128 * 36, Expert * 32 * 24);
        Holds(
            "decoder-only-models",
            $"= {Expert / Million:0.0}M",
            $"= {large / Billion:0.0}B",
            $"= {(large + (Attention * 36) + (2 * Table)) / Billion:0.0}B",
            $"= {((Expert * 4 * 36) + (Attention * 36) + Table) / Billion:0.0}B",
            $"{small / Billion:0.00}$B, attention",
            $"embedding and unembedding {2 * Table / Billion:0.00}B: {(small + (Attention * 24) + (2 * Table)) / Billion:0.0}B in all",
            $"0.58B of the unembedding: {((Expert * 4 * 24) + (Attention * 24) + Table) / Billion:0.0}B",
            $@"\approx{((large * 4.25 / 8) + (((Attention * 36) + (2 * Table)) * 2)) / Billion:0}$ GB",
            $"it would be {(large + (Attention * 36) + (2 * Table)) * 2 / Billion:0} GB");
    }

    [Fact]
    public void Pairs_and_pixels() => Holds(
        "multimodal-models",
        $"the four terms are {Term(3):0.00}, {Term(1):0.00}, {Term(2):0.00} and {Term(2):0.00}, so $L={(Term(3) + Term(1) + Term(2) + Term(2)) / 4:0.00}$",
        $@"$39\cdot55={Math.Ceiling(1240 / 32.0) * Math.Ceiling(1754 / 32.0):0}$ tokens",
        $@"\ln 32768=15\ln 2\approx{Math.Log(32_768):0.0}",
        $@"60\cdot34={60 * Math.Ceiling(1080 / 32.0):0}$ tokens each, so 20 steps read {20 * 60 * 34:#,0}. The context holds {262_144 / (60 * 34)} of them");

    private static double Term(double lead) => Math.Log(1 + Math.Exp(-lead));

    private static double Difference(double one, double other) => 100 * Math.Sqrt((one * (1 - one) / 200) + (other * (1 - other) / 200));

    private static double[] Softmax(params double[] scores) => [.. scores.Select(s => Math.Exp(s) / scores.Sum(Math.Exp))];
}
