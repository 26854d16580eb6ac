using System.Globalization;

using Spectre.Console;

namespace LlmGuide.Web.Cli;

/// <summary>A progress bar on standard error, where a person looks; a line for each tenth where nobody does.</summary>
internal static class ImportProgress
{
    public static async Task<T> ShowAsync<T>(Func<IProgress<(long Done, long All)>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
        {
            return await work(new Lines());
        }

        T result = default!;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("Rows");
                result = await work(new Bar(bar));
                bar.StopTask();
            });
        return result;
    }

    private sealed class Bar(ProgressTask bar) : IProgress<(long Done, long All)>
    {
        public void Report((long Done, long All) value)
        {
            bar.MaxValue = Math.Max(1, value.All);
            bar.Value = value.Done;
        }
    }

    private sealed class Lines : IProgress<(long Done, long All)>
    {
        private long _tenth;

        public void Report((long Done, long All) value)
        {
            if (value.All > 0 && value.Done * 10 / value.All is var tenth && tenth > _tenth)
            {
                _tenth = tenth;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Done:N0} of {value.All:N0} rows"));
            }
        }
    }
}
