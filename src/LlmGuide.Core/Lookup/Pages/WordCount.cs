namespace LlmGuide.Core.Lookup.Pages;

/// <summary>
/// Counts the words that a reader of a page reads: those of its first article or main part, or of all of it where there is none,
/// without what stands at its sides. Elements of the same name are counted, not kept: depth costs nothing.
/// </summary>
internal sealed class WordCount
{
    private Region _main;
    private Region _aside;
    private int _inMain;
    private int _inAll;

    public int Total => _main.WasThere ? _inMain : _inAll;

    public void Open(string name, string? role, bool isSelfClosing)
    {
        if (isSelfClosing)
        {
            return;
        }

        _main.Open(name, !_main.WasThere && (name is "article" or "main" || role == "main"));
        _aside.Open(name, !_aside.IsOpen && name is "nav" or "footer" or "aside" or "noscript" or "template");
    }

    public void Close(string name)
    {
        _main.Close(name);
        _aside.Close(name);
    }

    public void Add(string text)
    {
        if (_aside.IsOpen)
        {
            return;
        }

        var inWord = false;
        foreach (var character in text)
        {
            var ofWord = char.IsLetterOrDigit(character) || character == '_';
            _inAll += ofWord && !inWord ? 1 : 0;
            _inMain += ofWord && !inWord && _main.IsOpen ? 1 : 0;
            inWord = ofWord;
        }
    }

    /// <summary>From an element to where it ends, with others of its name inside it.</summary>
    private struct Region
    {
        private string? _name;
        private int _open;

        public readonly bool WasThere => _name is not null;

        public readonly bool IsOpen => _open > 0;

        public void Open(string name, bool begins)
        {
            _name = begins ? name : _name;
            _open += begins || (IsOpen && name == _name) ? 1 : 0;
        }

        public void Close(string name) => _open -= IsOpen && name == _name ? 1 : 0;
    }
}
