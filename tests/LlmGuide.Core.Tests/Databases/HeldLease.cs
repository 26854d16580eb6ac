using LlmGuide.Core.Data;

using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Core.Tests.Databases;

/// <summary>The life of a node that holds something, by the clock of the test.</summary>
internal static class HeldLease
{
    extension(FakeTimeProvider clock)
    {
        /// <summary>Lets so many beats pass, and waits each time until the sign of life is written.</summary>
        /// <param name="until">When it is another's, as the database has it.</param>
        public async Task BeatsAsync(int beats, Func<Task<DateTimeOffset>> until)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(GuideDatabase.Cancelled);
            patience.CancelAfter(TimeSpan.FromMinutes(1));
            for (var beat = 0; beat < beats; beat++)
            {
                var before = await until();
                clock.Advance(Lease.Beat);
                while (await until() == before)
                {
                    patience.Token.ThrowIfCancellationRequested();
                    await Task.Yield();
                }
            }
        }
    }

    extension(Lease lease)
    {
        /// <summary>Waits until it is lost.</summary>
        public async Task LostAsync()
        {
            var lost = new TaskCompletionSource();
            await using var told = lease.Lost.Register(lost.SetResult);
            await lost.Task.WaitAsync(GuideDatabase.Cancelled);
        }
    }
}
