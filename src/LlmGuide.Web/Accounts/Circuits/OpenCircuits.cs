namespace LlmGuide.Web.Accounts.Circuits;

/// <summary>The lines that islands hang on, with whose they are: so that they can be counted, and cut when the session is over.</summary>
internal sealed class OpenCircuits(CircuitLimits limits)
{
    private readonly Lock _lock = new();
    private readonly HashSet<Line> _lines = [];

    /// <summary>The sessions that have one open.</summary>
    public IReadOnlyList<int> Sessions
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines.Select(line => line.SessionId).Distinct()];
            }
        }
    }

    /// <returns>What to dispose of when the line is closed; <c>null</c> when the member, or their address, has enough of them.</returns>
    public IDisposable? Open(int memberId, int sessionId, string address, HttpContext http)
    {
        lock (_lock)
        {
            if (_lines.Count(line => line.MemberId == memberId) >= limits.PerMember
                || _lines.Count(line => line.Address == address) >= limits.PerAddress)
            {
                return null;
            }

            var line = new Line(this, memberId, sessionId, address, http);
            _lines.Add(line);
            return line;
        }
    }

    /// <summary>Cuts every line of a session. Its circuit then waits for a browser that cannot come back, and is given up.</summary>
    public void Cut(int sessionId)
    {
        List<Line> cut;
        lock (_lock)
        {
            cut = [.. _lines.Where(line => line.SessionId == sessionId)];
        }

        cut.ForEach(line => line.Http.Abort());
    }

    private void Close(Line line)
    {
        lock (_lock)
        {
            _lines.Remove(line);
        }
    }

    private sealed class Line(OpenCircuits all, int memberId, int sessionId, string address, HttpContext http) : IDisposable
    {
        public int MemberId => memberId;

        public int SessionId => sessionId;

        public string Address => address;

        public HttpContext Http => http;

        public void Dispose() => all.Close(this);
    }
}
