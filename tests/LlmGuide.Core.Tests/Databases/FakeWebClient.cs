using System.Collections.Concurrent;
using System.Text;

using LlmGuide.Core.Lookup;

namespace LlmGuide.Core.Tests.Databases;

/// <summary>Plays the web: says what a test wants for each address, and remembers who was asked.</summary>
internal sealed class FakeWebClient : IWebClient
{
    private readonly ConcurrentDictionary<string, Func<LookupRequest, LookupResponse>> _pages = new(StringComparer.Ordinal);

    /// <summary>Every question, in order.</summary>
    public ConcurrentQueue<LookupRequest> Asked { get; } = new();

    /// <summary>What is said where nothing was arranged.</summary>
    public LookupResponse Otherwise { get; set; } = Status(404);

    /// <summary>Whoever asks waits for this before there is an answer.</summary>
    public Func<LookupRequest, Task> Delay { get; set; } = async _ => await Task.Yield();

    public static LookupResponse Status(int status) => new(status, null, $"{status}");

    public static LookupResponse Text(string text, string type = "text/html") =>
        new(200, null, "200 OK") { MediaType = type, Charset = "utf-8", Body = Encoding.UTF8.GetBytes(text) };

    public static LookupResponse Failure(OutsideProblem problem) => new(null, problem, "It did not work.");

    public void At(string address, LookupResponse answer) => _pages[address] = _ => answer;

    public void At(string address, Func<LookupRequest, LookupResponse> answer) => _pages[address] = answer;

    public async Task<LookupResponse> AskAsync(LookupRequest question, CancellationToken cancellationToken)
    {
        Asked.Enqueue(question);
        await Delay(question);
        cancellationToken.ThrowIfCancellationRequested();
        var answer = _pages.TryGetValue(question.Address, out var page) ? page(question) : Otherwise;
        return answer with { Address = answer.Address.Length > 0 ? answer.Address : question.Address };
    }
}
