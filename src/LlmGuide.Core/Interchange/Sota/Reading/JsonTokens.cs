using System.Text.Json;

using LlmGuide.Core.Text;

namespace LlmGuide.Core.Interchange.Sota.Reading;

/// <summary>
/// The tokens of a JSON file of any size, one after the other, each with its line. What is held is one buffer, which grows
/// only to the longest single string.
/// </summary>
internal sealed class JsonTokens(Stream stream)
{
    /// <summary>A longer string is no text for people, and would fill the memory.</summary>
    private const int LongestToken = 1024 * 1024;

    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private int _line = 1;
    private bool _begun;
    private bool _final;
    private JsonReaderState _state = new(
        new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });

    public JsonTokenType Type { get; private set; }

    /// <summary>A name, a string, or a number as it is written; otherwise empty.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The line of the token, counted from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <returns>Whether there was another token.</returns>
    /// <exception cref="JsonException">The file ends in the middle, or is not JSON from here on.</exception>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        while (!TryNext())
        {
            if (_final)
            {
                return false;
            }

            await FillAsync(cancellationToken);
        }

        return true;
    }

    /// <summary>Passes over the value that begins with the current token.</summary>
    public async ValueTask SkipAsync(CancellationToken cancellationToken)
    {
        for (var depth = Depth(); depth > 0;)
        {
            await NextAsync(cancellationToken);
            depth += Depth();
        }
    }

    private int Depth() => Type switch
    {
        JsonTokenType.StartArray or JsonTokenType.StartObject => 1,
        JsonTokenType.EndArray or JsonTokenType.EndObject => -1,
        _ => 0,
    };

    private bool TryNext()
    {
        var unread = _buffer.AsSpan(_start, _end - _start);
        var reader = new Utf8JsonReader(unread, _final, _state);
        var found = reader.Read();
        var consumed = (int)reader.BytesConsumed;
        if (found)
        {
            var before = (int)reader.TokenStartIndex;
            Line = _line + unread[..before].Count((byte)'\n');
            Type = reader.TokenType;
            Text = reader.TokenType switch
            {
                JsonTokenType.PropertyName or JsonTokenType.String => JsonText.Of(in reader),
                JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
                _ => "",
            };
        }

        _line += unread[..consumed].Count((byte)'\n');
        _start += consumed;
        _state = reader.CurrentState;
        return found;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length < LongestToken ? _buffer.Length * 2 : throw new JsonException(
                $"Line {_line} holds a text of more than {LongestToken / 1024 / 1024} MB."));
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        _final = read == 0;
        if (!_begun && _end >= Mark.Length)
        {
            _begun = true;
            _start = _buffer.AsSpan(0, Mark.Length).SequenceEqual(Mark) ? Mark.Length : 0;
        }
    }
}
