using System.CommandLine;
using System.Globalization;
using System.Text.Json;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Members;
using LlmGuide.Web.Settings;
using LlmGuide.Web.Settings.Health;
using LlmGuide.Web.Shared.Display;

using Spectre.Console;

namespace LlmGuide.Web.Cli;

/// <summary><c>check-links</c>: one round of link checking from the shell, with a bar on standard error.</summary>
internal static class CheckLinksCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Of(CliCommand verb, Option<string> format)
    {
        var topic = new Option<string?>("--topic") { Description = "the slug of a topic: only its resources" };
        var command = new Command(
            "check-links",
            "Checks every link once. Links that fail, moved or block programs are listed; they are no failure of the command.")
        {
            topic, format,
        };
        command.SetAction(
            (parsed, cancellationToken) => RunAsync(verb, parsed.GetValue(topic), parsed.GetValue(format) == "json", cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliCommand verb, string? topic, bool asJson, CancellationToken cancellationToken)
    {
        await using var app = verb.BuildQuietly();
        await app.Services.GetRequiredService<DatabasePreparation>().PrepareAsync(cancellationToken);
        var begun = await app.Services.GetRequiredService<LinkCheckRuns>().BeginAsync(Actor.Operator, topic, cancellationToken);
        if (begun.Refusal is { } refusal)
        {
            throw new StartUpException(refusal.Why);
        }

        var tally = new LinkTally();
        var total = (await app.Services.GetRequiredService<LinkCheckRunQuery>().RunAsync(cancellationToken))?.Total ?? 0;
        if (!await WithBarAsync(
            total, tally, progress => app.Services.GetRequiredService<RunLinkChecks>().RunAsync(progress, cancellationToken)))
        {
            throw new StartUpException("A running site took the check over; its page “Links” shows the progress.");
        }

        if ((await app.Services.GetRequiredService<LinkCheckRunQuery>().RunAsync(cancellationToken))?.Problem is { } problem)
        {
            throw new StartUpException(problem);
        }

        await (asJson ? Console.Out.WriteLineAsync(JsonSerializer.Serialize(tally.ForPrograms(topic), Json)) : TellAsync(tally));
        return 0;
    }

    // Standard output is for the result. Where standard error is no terminal, the bar is left out.
    private static async Task<bool> WithBarAsync(int total, LinkTally tally, Func<IProgress<SeenLink>, Task<bool>> run)
    {
        if (Console.IsErrorRedirected)
        {
            // Where it is no terminal, the bar is drawn so rarely that a short round would say nothing.
            await Console.Error.WriteLineAsync("Checking links.");
        }

        var errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await errors.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("Checking links", maxValue: Math.Max(total, 1));
                var done = await run(new EachLink(seen =>
                {
                    tally.Count(seen);
                    bar.Increment(1);
                }));
                bar.Value = bar.MaxValue;
                return done;
            });
    }

    private static async Task TellAsync(LinkTally tally)
    {
        foreach (var link in tally.Notable)
        {
            var then = link.MovedTo is { } to ? $"; now at {to}" : link.ArchiveUrl is { } copy ? $"; a copy is at {copy}" : "";
            await Console.Out.WriteLineAsync($"{link.Status.ToSlug(),-8} {link.Url} ({link.Words.TrimEnd('.')}{then})");
        }

        var counts = tally.Counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value:N0} {c.Key.ToSlug()}"));
        await Console.Out.WriteLineAsync($"Checked {Labels.Count(tally.Checked, "link")}: {string.Join(", ", counts)}.");
    }

    /// <summary>Tells at once: the usual <see cref="Progress{T}"/> hands what it hears to the thread pool, and may be late.</summary>
    private sealed class EachLink(Action<SeenLink> tell) : IProgress<SeenLink>
    {
        private readonly Lock _turn = new();

        public void Report(SeenLink value)
        {
            lock (_turn)
            {
                tell(value);
            }
        }
    }

    /// <summary>What a round saw. Of links that work, only their number is kept.</summary>
    private sealed class LinkTally
    {
        private readonly SortedDictionary<LinkStatus, int> _counts = [];
        private readonly List<SeenLink> _notable = [];

        public int Checked => _counts.Values.Sum();

        public IReadOnlyDictionary<LinkStatus, int> Counts => _counts;

        public IEnumerable<SeenLink> Notable =>
            _notable.OrderByDescending(link => link.Status).ThenBy(link => link.Slug, StringComparer.Ordinal);

        public void Count(SeenLink seen)
        {
            _counts[seen.Status] = _counts.GetValueOrDefault(seen.Status) + 1;
            if (seen.Status is not LinkStatus.Ok)
            {
                _notable.Add(seen);
            }
        }

        public object ForPrograms(string? topic) => new
        {
            topic,
            @checked = Checked,
            counts = Enum.GetValues<LinkStatus>()
                .ToDictionary(status => status.ToSlug(), status => _counts.GetValueOrDefault(status), StringComparer.Ordinal),
            links = Notable.Select(link =>
                new { link.Slug, link.Title, link.Url, status = link.Status.ToSlug(), answer = link.Words, link.MovedTo, link.ArchiveUrl }),
        };
    }
}
