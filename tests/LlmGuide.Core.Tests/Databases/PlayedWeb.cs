using System.Collections.Concurrent;
using System.Text;

using LlmGuide.Core.Lookup;

namespace LlmGuide.Core.Tests.Databases;

/// <summary>Plays the web: says what a test wants for each address, and remembers who was asked.</summary>
internal sealed class PlayedWeb : IOutside
{
    private readonly ConcurrentDictionary<string, Func<OutsideQuestion, OutsideAnswer>> _pages = new(StringComparer.Ordinal);

    /// <summary>Every question, in order.</summary>
    public ConcurrentQueue<OutsideQuestion> Asked { get; } = new();

    /// <summary>What is said where nothing was arranged.</summary>
    public OutsideAnswer Otherwise { get; set; } = Status(404);

    /// <summary>Whoever asks waits for this before there is an answer.</summary>
    public Func<OutsideQuestion, Task> Delay { get; set; } = async _ => await Task.Yield();

    public static OutsideAnswer Status(int status) => new(status, null, $"{status}");

    public static OutsideAnswer Text(string text, string type = "text/html") => new(200, null, "200 OK") { MediaType = type, Charset = "utf-8", Body = Encoding.UTF8.GetBytes(text) };

    public static OutsideAnswer Failure(OutsideProblem problem) => new(null, problem, "It did not work.");

    public void At(string address, OutsideAnswer answer) => _pages[address] = _ => answer;

    public void At(string address, Func<OutsideQuestion, OutsideAnswer> answer) => _pages[address] = answer;

    public async Task<OutsideAnswer> AskAsync(OutsideQuestion question, CancellationToken cancellationToken)
    {
        Asked.Enqueue(question);
        await Delay(question);
        cancellationToken.ThrowIfCancellationRequested();
        var answer = _pages.TryGetValue(question.Address, out var page) ? page(question) : Otherwise;
        return answer with { Address = answer.Address.Length > 0 ? answer.Address : question.Address };
    }
}
