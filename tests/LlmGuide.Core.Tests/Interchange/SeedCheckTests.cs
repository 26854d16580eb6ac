using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Tests.Databases;

using static System.Math;

namespace LlmGuide.Core.Tests.Interchange;

/// <summary>
/// The numbers that the checks of the seed ask for, and the traps beside them, computed again. Who changes an example changes it in both
/// places.
/// </summary>
public sealed class SeedCheckTests
{
    private const double Billion = 1e9;

    private static readonly Dictionary<string, SelfCheckSeed> Checks = new SeedReader(GuideDatabase.SeedFolder).Read().Topics
        .SelectMany(t => t.Value.Checks.Select(check => new SelfCheckSeed(t.Value.Slug!, check.ToDraft())))
        .ToDictionary(check => $"{check.Topic}/{check.Draft.Slug}", StringComparer.Ordinal);

    /// <summary>By topic and check: the answer, then its traps in their order.</summary>
    private static readonly Dictionary<string, double[]> Numbers = new(StringComparer.Ordinal)
    {
        ["agent-engineering/steps-after-a-summary"] =
        [Floor(Room(6_000) / 4_000), Room(0) / 4_000, (Room(6_000) + 40_000) / 4_000, Floor(Room(6_000) / 2_500)],
        ["agents-and-tools/twenty-steps"] = [Pow(0.99, 20), 1 - (20 * 0.01), 1 - Pow(0.99, 20), Pow(0.95, 1 / 20.0)],
        ["decoder-only-models/small-gpt-oss"] = [GptOss(24, 32), GptOss(24, 4) - Table, Expert * 32 * 24 / Billion, GptOss(36, 128)],
        ["decoding-strategies/beam-of-two"] = [0.4 * 0.9, 0.6 * 0.3, 0.6 * 0.9],
        ["decoding-strategies/top-p-of-a-tail"] = [3 + Round((0.9 - 0.8) / (0.2 / 40)), 3, Round((0.9 - 0.8) / (0.2 / 40)), 43],
        ["distillation-and-small-models/model-for-a-device"] = [50 / 20.0 * 8 / 4.25, 6 * 8 / 4.25, 50 / 20.0, 50 / 20.0 / 2],
        ["efficient-inference/largest-batch"] =
        [Floor((40 - 16) / 1.05), Floor((48 - 16) / 1.05), Floor(40 / 1.05), Ceiling((40 - 16) / 1.05)],
        ["efficient-inference/shared-blocks"] =
        [Floor(500 / 16.0) + (4 * Own), 4 * Ceiling(600 / 16.0), Ceiling(500 / 16.0) + (4 * Own), Ceiling(500 / 16.0)],
        ["efficient-inference/speculative-speed-up"] = [Accepted(5) / 1.4, Accepted(5), (Accepted(5) - 1) / 1.4, 4],
        ["encoder-and-seq2seq-models/pairs-of-a-decoder"] = [3 * 4 / 2, 3 * 3, 3 * 2 / 2, 3 * 4, 4 * 4],
        ["encoder-and-seq2seq-models/faster-by-sixty-percent"] = [80 / 1.6, 80 * 0.4, 80 * 0.6],
        ["encoder-and-seq2seq-models/masks-drawn-anew"] = [1 - Pow(0.85, 10), 0.15, Pow(0.85, 10), 10 * 0.15],
        ["evaluating-agents/pass-hat-four"] = [Choose(5, 4) / Choose(8, 4), Pow(5 / 8.0, 4), Choose(5, 2) / Choose(8, 2), 1],
        ["in-context-learning/one-gradient-step"] =
        [3 * 0.1 * ((1 * 2) + (2 * 4)), 3 * 2, -3 * 0.1 * ((1 * 2) + (2 * 4)), 0.1 * ((1 * 2) + (2 * 4))],
        ["inside-the-block/bytes-of-a-cache"] = [Cache(80, 8), Cache(80, 8) / 2, Cache(80, 64), Cache(1, 8)],
        ["inside-the-block/slowest-rotation"] = [2 * PI * Pow(10_000, 126 / 128.0), 2 * PI, 2 * PI * 10_000, Pow(10_000, 126 / 128.0)],
        ["instruction-tuning/forgotten-mask"] = [60 / 80.0 * 100, 20 / 80.0 * 100, 20 / 60.0 * 100],
        ["instruction-tuning/capped-mixture"] = [100 * 1_000 / 11_000.0, 100 * 1_000 / 501_000.0, 100 * 1_000 / 10_000.0, 50],
        ["interpretability/layers-of-an-induction-head"] = [2, 1],
        ["llm-evaluation/paired-lead"] = [(22 - 12) / Sqrt(22 + 12), (22 - 12) / Sqrt(198), 22 - 12],
        ["llm-evaluation/clustered-error"] =
        [100 * Sqrt(0.25 / 200 * (1 + (4 * 0.4))), 100 * Sqrt(0.25 / 200), 100 * Sqrt(0.25 / 200) * (1 + (4 * 0.4))],
        ["llm-evaluation/pass-at-two"] = [1 - (Choose(3, 2) / Choose(4, 2)), 1 - Pow(1 - (1 / 4.0), 2), 1 / 4.0],
        ["long-context-and-alternatives/layers-of-a-window"] = [Ceiling(4_999 / 255.0), 4_999 / 255.0, 24],
        ["mixture-of-experts/active-parameters"] =
        [2 + (6 * 0.5) + (2 * 0.5), 2 + (64 * 0.5) + (2 * 0.5), 2 + (6 * 0.5), (6 * 0.5) + (2 * 0.5)],
        ["mixture-of-experts/balancing-loss"] = [4 * ((0.7 * 0.7) + (3 * 0.1 * 0.1)), (0.7 * 0.7) + (3 * 0.1 * 0.1), 1],
        ["multimodal-models/first-loss-of-clip"] = [Log(32_768), Log(2), Log2(32_768)],
        ["multimodal-models/tokens-of-screenshots"] =
        [20 * 60 * Ceiling(1080 / 32.0), 20 * 60 * 1080 / 32.0, 60 * Ceiling(1080 / 32.0), 20 * 1920 * 1080 / 32.0],
        ["nlp-tasks/entity-f1"] = [2 / 3.0, 6 / 7.0, 2.5 / 3],
        ["nlp-tasks/clipped-precision"] = [2 / 4.0, 4 / 4, 1 / 4.0],
        ["nlp-tasks/perplexity-of-three"] = [Pow(2 * 4 * 8, 1 / 3.0), 2 * 4 * 8, Log2(2 * 4 * 8) / 3, (2 + 4 + 8) / 3.0],
        ["nlp-tasks/glue-average"] = [4.5 / 2 / 9, 4.5 / 9, 4.5 / 2],
        ["open-weight-models/hours-of-pre-training"] = [2_664_000, 2_664_000 + 119_000 + 5_000, 119_000, 5_000],
        ["oversight-and-alignment-failures/right-alarms"] = [Right(0.01), 95, Right(0.001), 100 - 0.2],
        ["parameter-efficient-fine-tuning/weights-of-lora"] =
        [32 * LowRank(16, 2), 32 * LowRank(16, 0), 32 * LowRank(8, 2), LowRank(16, 2)],
        ["parameter-efficient-fine-tuning/hundred-adapters"] = [14 + (100 * 0.0189 * 2), 100 * 14, 14 + (0.0189 * 2), 14 + (100 * 0.0189)],
        ["pre-training-and-fine-tuning/first-loss-of-a-gpt"] = [Log(50_000), Log2(50_000), Log10(50_000), 0.9],
        ["pre-training-and-fine-tuning/frozen-bert"] = [(768 * 4) + 4, 768 * 4, 768 + 4],
        ["pre-training-and-fine-tuning/masked-of-512"] = [512 * 0.15 * 0.8, 512 * 0.15, 512 * 0.15 * 0.1, 512 * 0.8],
        ["pre-training-data/jaccard"] = [60 / (90 + 90 - 60.0), 60 / (90 + 90.0), 60 / 90.0],
        ["pre-training-data/readings-of-a-source"] = [0.08 * 1000 / 5, 0.01 * 1000 / 5, 8, 0.08 * 1000],
        ["preference-optimization/loss-of-a-pair"] = [PairLoss(0.1 * (-1 + 6)), PairLoss(0), PairLoss(0.1 * (1 - 6)), PairLoss(-1 + 6)],
        ["prompting-and-reasoning/majority-of-three"] = [Pow(0.6, 3) + (3 * 0.36 * 0.4), Pow(0.6, 3), 3 * 0.36 * 0.4, 1 - Pow(0.4, 3)],
        ["quantization/block-of-mxfp4"] = [2 * Pow(2, Floor(Log2(22)) - 2), 9, 2, 3 * Pow(2, Floor(Log2(22)) - 2)],
        ["quantization/double-quantization"] =
        [(32 / 64.0) - ((8 / 64.0) + (32 / (64.0 * 256))), (8 / 64.0) + (32 / (64.0 * 256)), (32 / 64.0) - (8 / 64.0), 32 / 64.0],
        ["quantization/mxfp4-on-a-card"] = [32 * 4.25 / 8, 32 * 4 / 8, 32 * 8 / 8],
        ["reasoning-models/one-of-ten"] = [1 - Pow(0.7, 10), Pow(0.7, 10), 0.3 * 10, 0.3],
        ["reasoning-models/advantage-of-a-failure"] = [-0.875 / Spread(8), -0.875, -0.875 / Spread(7), 0.125 / Spread(8)],
        ["retrieval-augmented-generation/ndcg-at-rank-three"] = [1 / Log2(4), 1 / 3.0, 1 / Log2(2)],
        ["retrieval-augmented-generation/rag-token"] = [0.34 * 0.26, (0.6 * 0.5 * 0.1) + (0.4 * 0.1 * 0.5), 0.34 + 0.26],
        ["retrieval-augmented-generation/negatives-of-dpr"] = [127 + 128, 127, 127 + 128 + 1],
        ["retrieval-augmented-generation/re-ranked-hundred"] = [100 * 0.005, 200_000 * 0.005, 100 * 5],
        ["safety/hundred-attempts"] = [1 - Pow(0.98, 100), 0.02, Pow(0.98, 100), 100 * 0.02],
        ["tokenization/words-of-a-translation"] = [8000 / 2.5, 8000 / 1.25, 8000 * 2.5],
        ["training-at-scale/zero-stage-one"] = [10 * (4 + (12 / 64.0)), 10 * 16 / 64.0, 10 * 16, 10 * 12 / 64.0],
        ["training-at-scale/rate-of-a-gpu"] = [6 * Rate(37), 6 * Rate(671), 2 * Rate(37)],
        ["transformer/loss-before-training"] = [Log(65), Log2(65), Log10(65), 65],
    };

    private static double Own => Ceiling(600 / 16.0) - Floor(500 / 16.0);

    private static double Expert => 3.0 * 2880 * 2880;

    private static double Table => 201_088 * 2880 / Billion;

    [Fact]
    public void Every_number_of_the_seed_is_computed_again() => Assert.Equal(
        Checks.Where(check => check.Value.Draft.Kind == CheckKind.Number).Select(check => check.Key).Order(StringComparer.Ordinal),
        Numbers.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void What_is_computed_is_right_and_each_trap_is_recognized() => Assert.All(Numbers, number =>
    {
        var draft = Checks[number.Key].Draft;
        var check = Check(draft);
        Assert.Equal(Verdict.Right, Said(check, number.Value[0])?.Verdict);
        Assert.Equal(draft.Traps.Count, number.Value.Length - 1);
        Assert.All(number.Value.Skip(1).Zip(draft.Traps), trap => Assert.Equal(trap.Second.Reason, Said(check, trap.First)?.Why?.Markdown));
    });

    [Fact]
    public void Every_topic_asks_for_a_number_and_all_but_one_for_a_choice_or_an_order()
    {
        var topics = Checks.Values.GroupBy(check => check.Topic, StringComparer.Ordinal).ToList();
        Assert.All(topics, topic => Assert.Contains(topic, check => check.Draft.Kind == CheckKind.Number));
        Assert.All(topics, topic => Assert.Contains(
            topic, check => check.Draft.Kind is CheckKind.Choice or CheckKind.Order || topic.Key == "efficient-inference"));
    }

    private static CheckResult? Said(SelfCheck check, double value) => check.Mark(new CheckAnswer($"{value:R}", [], [])).Value;

    private static SelfCheck Check(CheckDraft draft) =>
        CheckRules.MakeAsync(draft, text => Task.FromResult(new Prose(text, text, 1))).GetAwaiter().GetResult();

    private static double Room(double summary) => 200_000 - 18_000 - 40_000 - summary;

    private static double GptOss(int layers, int experts) =>
        ((Expert * experts * layers) + (((2 * 4096) + (2 * 512)) * 2880.0 * layers) + (2 * Table * Billion)) / Billion;

    private static double Accepted(int checkedTokens) => (1 - Pow(0.8, checkedTokens)) / (1 - 0.8);

    private static double Cache(int layers, int heads) => 2.0 * layers * heads * 128 * 2 * 4096 / Pow(2, 30);

    private static double Right(double hacks) => 100 * (0.95 * hacks) / ((0.95 * hacks) + (0.002 * (1 - hacks)));

    private static double LowRank(int rank, int feedForward) => (4.0 * rank * (4096 + 4096)) + (1.0 * feedForward * rank * (4096 + 16_384));

    private static double PairLoss(double margin) => Log(1 + Exp(-margin));

    private static double Spread(int divisor) => Sqrt(((7 * 0.125 * 0.125) + (0.875 * 0.875)) / divisor);

    private static double Rate(double billions) => billions * Billion * 14.8e12 / (2.788e6 * 3600);

    private static double Choose(int many, int few) => WorkedNumbers.Choose(many, few);

    private sealed record SelfCheckSeed(string Topic, CheckDraft Draft);
}
