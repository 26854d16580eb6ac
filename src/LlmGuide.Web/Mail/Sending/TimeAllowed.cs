namespace LlmGuide.Web.Mail.Sending;

/// <summary>A wait that ends when the caller gives up, or after some time by the clock of the application.</summary>
internal sealed class TimeAllowed : IDisposable
{
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _either;

    public TimeAllowed(TimeSpan longest, TimeProvider clock, CancellationToken cancellationToken)
    {
        _time = new CancellationTokenSource(longest, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_time.Token, cancellationToken);
    }

    public CancellationToken Token => _either.Token;

    public void Dispose()
    {
        _either.Dispose();
        _time.Dispose();
    }
}
