using Jint;
using Jint.Constraints;
using Jint.Native;
using Jint.Runtime;

namespace LlmGuide.Web.Shared.Markdown;

/// <summary>
/// KaTeX, run on the server: no script for formulas reaches the browser. One engine, since loading takes most of a second,
/// and behind a lock, since Jint's engines are for one thread at a time.
/// </summary>
internal sealed class Katex : IDisposable
{
    public static readonly TimeSpan LongestFormula = TimeSpan.FromSeconds(2);

    /// <summary>What may be allocated in one call, collected or not. Loading takes 23 MB, an ordinary formula 0.4 MB.</summary>
    private const long MostMemory = 128L * 1024 * 1024;

    /// <summary>
    /// How often a function may be inside itself; a formula in a book needs 25. Jint's own guard against an overflowing
    /// stack came too late for <c>{{{…}}}</c> and the process ended; with this, 1 MB of stack was enough for the worst.
    /// </summary>
    private const int DeepestFormula = 50;

    private static readonly Lazy<Prepared<Acornima.Ast.Script>> Library = new(() => Engine.PrepareScript(Source("katex.min.js")));

    // "trust" is the question whether \href, \includegraphics, \htmlClass and the like may do as they say. A plain
    // "false" shows the command in red; the writer is better told.
    private const string Function = """
        function formula(tex, display) {
            return katex.renderToString(tex, {
                displayMode: display,
                output: 'mathml',
                throwOnError: true,
                strict: 'ignore',
                maxExpand: 200,
                maxSize: 20,
                trust: asked => { throw new katex.ParseError(asked.command + ' is not allowed'); },
            });
        }
        """;

    private readonly Lock gate = new();
    private Engine? engine;

    public KatexAnswer Render(string tex, bool display)
    {
        lock (gate)
        {
            return OwnThread.TryRun(() => Ask(tex, display), Timeout.InfiniteTimeSpan, out var answer) ? answer : default;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            Unload();
        }
    }

    private KatexAnswer Ask(string tex, bool display)
    {
        engine ??= Load();
        var deadline = engine.Constraints.Find<OperationDeadlineConstraint>()!;
        deadline.Begin(LongestFormula);
        try
        {
            return new(engine.Invoke("formula", tex, display).AsString(), Refusal: null);
        }
        catch (JavaScriptException refusal) when (ReasonOf(refusal) is { } reason)
        {
            return new(Html: null, reason);
        }
        catch (Exception limit) when (limit is JintException or TimeoutException)
        {
            // It stopped in the middle of something; what that left behind is anyone's guess. Loading again takes 40 ms.
            Unload();
            return new(Html: null, "it is too complicated");
        }
        finally
        {
            deadline.End();
        }
    }

    private static Engine Load()
    {
        var fresh = new Engine(options => options
            .LimitMemory(MostMemory)
            .LimitRecursion(DeepestFormula)
            .RegexTimeoutInterval(LongestFormula)
            .Constraint(() => new OperationDeadlineConstraint()));
        fresh.Execute(Library.Value);
        fresh.Execute(Function);
        // The first call is slow, so it is made here, before a deadline runs.
        fresh.Invoke("formula", "x", false);
        return fresh;
    }

    /// <summary>Null when it is not KaTeX's own error, as with a stack that ran out.</summary>
    private static string? ReasonOf(JavaScriptException refusal) =>
        refusal.Error is JsError error && error.Get("rawMessage") is JsString reason ? reason.ToString() : null;

    private static string Source(string name)
    {
        using var stream = typeof(Katex).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private void Unload()
    {
        engine?.Dispose();
        engine = null;
    }
}

/// <summary>Either is null.</summary>
/// <param name="Html">KaTeX's output, as it is.</param>
/// <param name="Refusal">Why the formula cannot be shown, in KaTeX's words.</param>
internal readonly record struct KatexAnswer(string? Html, string? Refusal);
