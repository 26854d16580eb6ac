using System.Text.Json.Serialization;

namespace LlmGuide.Core.Catalogue.Topics.Checks;

/// <summary>
/// A question for readers to check themselves with. One that has nothing but a question and an answer, as the first ones had, is
/// <see cref="CheckKind.Open"/>.
/// </summary>
/// <param name="Answer">What is right, in words; of a number with how to get there.</param>
public sealed record SelfCheck(Prose Question, Prose Answer)
{
    /// <summary>
    /// What it is known by within its topic, whatever becomes of its words: what members have answered hangs on it. One that was given
    /// none has that of its question.
    /// </summary>
    public string Slug
    {
        get => field.Length > 0 ? field : SlugOf(Question.Markdown);
        init;
    } = "";

    public CheckKind Kind { get; init; }

    /// <summary>The part of the topic's objective that it tests, as a clause: "compute a KV cache".</summary>
    public string Objective { get; init; } = "";

    /// <summary>The slug of the work after which it can be answered; <c>null</c> for the introduction.</summary>
    public string? After { get; init; }

    /// <summary>How long an answer takes; <c>null</c> where nobody said so.</summary>
    public int? Minutes { get; init; }

    /// <summary>Of <see cref="CheckKind.Number"/>, and of no other.</summary>
    public CheckNumber? Number { get; init; }

    /// <summary>Of <see cref="CheckKind.Choice"/>, in the order in which they are shown.</summary>
    public IReadOnlyList<CheckOption> Options { get; init; } = [];

    /// <summary>Of <see cref="CheckKind.Order"/>, in the right order.</summary>
    public IReadOnlyList<Prose> Order { get; init; } = [];

    /// <summary>Of <see cref="CheckKind.Open"/>: what a good answer says, to be ticked. Empty where the answer is one thing.</summary>
    public IReadOnlyList<Prose> Rubric { get; init; } = [];

    public Prose Hint { get; init; } = Prose.Empty;

    /// <summary>Of <see cref="CheckKind.Number"/>.</summary>
    public IReadOnlyList<CheckTrap> Traps { get; init; } = [];

    /// <summary>What to make of the answer.</summary>
    public Prose Explanation { get; init; } = Prose.Empty;

    /// <summary>Where to look again, more closely than <see cref="After"/> says it.</summary>
    public Prose See { get; init; } = Prose.Empty;

    /// <summary>
    /// In which order the things of <see cref="Order"/> are shown: always the same, by what they say, and never the right one.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<int> Shown
    {
        get
        {
            int[] shown = [.. Order.Index().OrderBy(at => Mixed(at.Item.Markdown)).Select(at => at.Index)];
            return shown.SequenceEqual(Enumerable.Range(0, shown.Length)) ? [.. shown.Skip(1), .. shown.Take(1)] : shown;
        }
    }

    /// <summary>What a question that was given no slug is known by.</summary>
    public static string SlugOf(string question) => Core.Slug.Of(question) is { Length: > 0 } slug ? slug : "check";

    /// <summary>The same check with each of its texts as <paramref name="again"/> gives it.</summary>
    public async Task<SelfCheck> WithTextsAsync(Func<Prose, Task<Prose>> again)
    {
        var (options, order, rubric, traps) = (new List<CheckOption>(), new List<Prose>(), new List<Prose>(), new List<CheckTrap>());
        foreach (var option in Options)
        {
            options.Add(option with { Text = await again(option.Text), Reason = await again(option.Reason) });
        }

        foreach (var item in Order)
        {
            order.Add(await again(item));
        }

        foreach (var item in Rubric)
        {
            rubric.Add(await again(item));
        }

        foreach (var trap in Traps)
        {
            traps.Add(trap with { Reason = await again(trap.Reason) });
        }

        return this with
        {
            Question = await again(Question),
            Answer = await again(Answer),
            Slug = Slug,
            Options = options,
            Order = order,
            Rubric = rubric,
            Traps = traps,
            Hint = await again(Hint),
            Explanation = await again(Explanation),
            See = await again(See),
        };
    }

    /// <summary>FNV-1a (Fowler, Noll, Vo): the same on every machine, as <c>GetHashCode</c> is not.</summary>
    private static uint Mixed(string text) => text.Aggregate(2_166_136_261u, (hash, c) => unchecked((hash ^ c) * 16_777_619u));
}
