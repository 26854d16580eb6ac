using System.Text.RegularExpressions;

using ColorCode;
using ColorCode.Compilation;

namespace LlmGuide.Web.Markdown.Mathematics;

/// <summary>
/// ColorCode's languages with a limit on each search. Its expressions have none, and some go wrong: a row of <c>11e</c> can be read as
/// numbers of Python in exponentially many ways, and took minutes.
/// </summary>
internal sealed class TimeLimitedCompiler(TimeSpan patience) : ILanguageCompiler
{
    private readonly Dictionary<string, CompiledLanguage> _compiled = new(StringComparer.Ordinal);
    private readonly LanguageCompiler _compiler = new([], new ReaderWriterLockSlim());
    private readonly Lock _lock = new();

    public CompiledLanguage Compile(ILanguage language)
    {
        lock (_lock)
        {
            if (!_compiled.TryGetValue(language.Id, out var compiled))
            {
                compiled = _compiler.Compile(language);
                compiled.Regex = new Regex(compiled.Regex.ToString(), compiled.Regex.Options, patience);
                _compiled.Add(language.Id, compiled);
            }

            return compiled;
        }
    }
}
