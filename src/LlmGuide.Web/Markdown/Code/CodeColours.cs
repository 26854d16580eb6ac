using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

using ColorCode;
using ColorCode.Common;
using ColorCode.Parsing;

using LlmGuide.Web.Markdown.Mathematics;

namespace LlmGuide.Web.Markdown.Code;

/// <summary>
/// Code as HTML with classes for its colours. ColorCode's own formatter writes a block around it and a class for each of its sixty
/// scopes; six hues are what a reader can tell apart, in both themes.
/// </summary>
internal sealed class CodeColours(TimeSpan patience) : CodeColorizerBase(null, Parser)
{
    private const string Keyword = "hl-k";
    private const string String = "hl-s";
    private const string Comment = "hl-c";
    private const string Number = "hl-n";
    private const string Type = "hl-t";
    private const string Predefined = "hl-p";

    /// <summary>Characters of code. What ColorCode does with some of them grows with their square: 9,000 took 4 s.</summary>
    private const int Longest = 4_000;

    /// <summary>For one step of it; between steps somebody looks at the clock.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    /// <summary>Only such as hold no other language: inside one another, nothing would ask for the time.</summary>
    private static readonly LanguageRepository Known = new([]);

    private static readonly LanguageParser Parser = new(new TimeLimitedCompiler(Step), Known);

    private static readonly Dictionary<string, string> ClassOf = Hues(
        (Keyword, [ScopeName.Keyword, ScopeName.ControlKeyword, ScopeName.PseudoKeyword, ScopeName.PreprocessorKeyword, "Json Const"]),
        (Keyword, [ScopeName.HtmlElementName, ScopeName.XmlName]),
        (String, [ScopeName.String, ScopeName.StringCSharpVerbatim, ScopeName.StringEscape, "Json String"]),
        (String, [ScopeName.HtmlAttributeValue, ScopeName.XmlAttributeValue, ScopeName.XmlAttributeQuotes]),
        (Comment, [ScopeName.Comment, ScopeName.HtmlComment, ScopeName.XmlComment, ScopeName.XmlDocComment, ScopeName.XmlDocTag]),
        (Number, [ScopeName.Number, ScopeName.BuiltinValue, "Json Number"]),
        (Type, [ScopeName.ClassName, ScopeName.Type, ScopeName.TypeVariable,
            ScopeName.NameSpace, ScopeName.Constructor, ScopeName.PowerShellType]),
        (Type, [ScopeName.HtmlAttributeName, ScopeName.XmlAttribute, "Json Key"]),
        (Predefined, [ScopeName.Predefined, ScopeName.BuiltinFunction, ScopeName.Intrinsic,
            ScopeName.SqlSystemFunction, ScopeName.PowerShellVariable, ScopeName.Attribute]));

    private readonly StringBuilder _html = new();
    private readonly long _begun = Stopwatch.GetTimestamp();

    static CodeColours()
    {
        foreach (var language in (ILanguage[])
            [Languages.CSharp, Languages.Cpp, Languages.Java, Languages.JavaScript,
            Languages.Typescript, Languages.Sql, Languages.Xml, Languages.PowerShell,
            Languages.FSharp, Languages.Haskell, Languages.Fortran, Languages.FindById("python"), Languages.FindById("json")])
        {
            Known.Load(language);
        }
    }

    /// <summary>All that stand in the HTML, for the allow-list and the style sheet.</summary>
    public static IReadOnlyList<string> Classes { get; } = [Keyword, String, Comment, Number, Type, Predefined];

    /// <returns><c>null</c> for a language that is not known.</returns>
    public static ILanguage? LanguageOf(string name) => Known.FindById(Usual(name));

    /// <returns>Encoded HTML; <c>null</c> for code that is too long, or takes too long, to look through.</returns>
    public static string? TryWrite(string code, ILanguage language, TimeSpan patience)
    {
        if (code.Length > Longest)
        {
            return null;
        }

        try
        {
            // One for each text: it holds what it has written so far. What is expensive, ColorCode keeps for the process.
            var colours = new CodeColours(patience);
            colours.languageParser.Parse(code, language, colours.Write);
            return colours._html.ToString();
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>What people call languages, where ColorCode calls them otherwise or has one that reads alike.</summary>
    private static string Usual(string language) => language switch
    {
        "py" or "python3" or "pycon" => "python",
        "js" or "jsx" or "mjs" => "javascript",
        "ts" or "tsx" => "typescript",
        "cs" or "csharp" => "c#",
        "c" or "c++" or "cuda" or "cu" or "h" => "cpp",
        "fs" or "fsharp" => "f#",
        "hs" => "haskell",
        "svg" or "html" or "xhtml" => "xml",
        "jsonc" or "jsonl" => "json",
        _ => language,
    };

    private static Dictionary<string, string> Hues(params (string Hue, string[] Scopes)[] hues) =>
        hues.SelectMany(hue => hue.Scopes, (hue, scope) => (hue.Hue, scope))
            .ToDictionary(pair => pair.scope, pair => pair.Hue, StringComparer.Ordinal);

    protected override void Write(string parsedSourceCode, IList<Scope> scopes)
    {
        if (Stopwatch.GetElapsedTime(_begun) > patience)
        {
            throw new RegexMatchTimeoutException();
        }

        Write(parsedSourceCode, 0, parsedSourceCode.Length, scopes);
    }

    private void Write(string code, int from, int to, IList<Scope> scopes)
    {
        foreach (var scope in scopes.Where(scope => scope.Index >= from && scope.Index + scope.Length <= to))
        {
            Text(code[from..scope.Index]);
            from = scope.Index + scope.Length;
            var hue = ClassOf.GetValueOrDefault(scope.Name);
            _html.Append(hue is null ? "" : $"<span class=\"{hue}\">");
            Write(code, scope.Index, from, scope.Children);
            _html.Append(hue is null ? "" : "</span>");
        }

        Text(code[from..to]);
    }

    private void Text(string code) => _html.Append(WebUtility.HtmlEncode(code));
}
