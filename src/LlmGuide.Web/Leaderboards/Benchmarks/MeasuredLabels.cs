using LlmGuide.Core.Leaderboards.Results;

using MudBlazor;

namespace LlmGuide.Web.Leaderboards.Benchmarks;

/// <summary>How it is put into words who measured a result.</summary>
internal static class MeasuredLabels
{
    public const string IndependentSign = Icons.Material.Outlined.Verified;
    public const string SelfSign = Icons.Material.Outlined.Campaign;

    /// <summary>Told apart by a word and by a sign: what makers say of their own model, and what others measured.</summary>
    public static string Word(Measurer? by) => by switch
    {
        null => "Not known",
        { IsIndependent: true } => "Independent",
        _ => "Self-reported",
    };

    public static string Sign(Measurer? by) => by switch
    {
        null => Icons.Material.Outlined.HelpOutline,
        { IsIndependent: true } => IndependentSign,
        _ => SelfSign,
    };

    /// <summary>The whole of it, as a sentence.</summary>
    public static string Sentence(Measurer? by) => by switch
    {
        null => "It is not known who measured it.",
        { Kind: MeasurerKind.Authors, Name: "" } => "Self-reported: measured by the authors of the model.",
        { Kind: MeasurerKind.Authors } => $"Self-reported: measured by the authors of the model, {by.Name}.",
        { Kind: MeasurerKind.Vendor } => $"Self-reported: measured by {by.Name}, who makes the model.",
        { Kind: MeasurerKind.Owner } => $"Independent: measured by {by.Name}, who keeps the benchmark.",
        _ => $"Independent: measured by {by.Name}, who makes neither the model nor the benchmark.",
    };

    /// <summary>What a curator chooses from.</summary>
    public static string Choice(MeasurerKind kind) => kind switch
    {
        MeasurerKind.Authors => "The authors of the model",
        MeasurerKind.Vendor => "The vendor of the model",
        MeasurerKind.Owner => "The owner of the benchmark",
        _ => "A third party",
    };

    public static string Of(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Human => "what people reach",
        ReferenceKind.Random => "what guessing reaches",
        ReferenceKind.Baseline => "a simple baseline",
        _ => "an upper bound",
    };
}
