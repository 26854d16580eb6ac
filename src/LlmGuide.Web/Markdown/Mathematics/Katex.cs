using System.Collections.Concurrent;

using Jint;
using Jint.Constraints;
using Jint.Native;
using Jint.Runtime;

using LlmGuide.Core;

namespace LlmGuide.Web.Markdown.Mathematics;

/// <summary>
/// KaTeX, run on the server: no script for formulas reaches the browser. An engine is for one thread at a time and takes 40 ms to make
/// after the first; nobody waits for one here, since only so many ask at once (<see cref="BoundedWork"/>) as there are engines kept.
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

    private readonly ConcurrentBag<Engine> _idle = [];

    /// <summary>On a thread with a deep stack.</summary>
    /// <exception cref="OperationCanceledException">Whoever asked has left, in the middle of it as well.</exception>
    public KatexAnswer Render(string tex, bool display, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var engine = _idle.TryTake(out var idle) ? idle : Load();
        var whole = false;
        try
        {
            var answer = Ask(engine, tex, display, cancellationToken);
            whole = answer != KatexAnswer.TooComplicated;
            return answer;
        }
        finally
        {
            // One that stopped in the middle of something is not asked again: what that left behind is anyone's guess.
            PutBack(engine, whole);
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var engine))
        {
            engine.Dispose();
        }
    }

    private static KatexAnswer Ask(Engine engine, string tex, bool display, CancellationToken cancellationToken)
    {
        var deadline = engine.Constraints.Find<OperationDeadlineConstraint>()!;
        deadline.Begin(LongestFormula, cancellationToken);
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
            cancellationToken.ThrowIfCancellationRequested();
            return KatexAnswer.TooComplicated;
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

    private void PutBack(Engine engine, bool whole)
    {
        if (whole && _idle.Count < WorkLimits.Default.AtOnce)
        {
            _idle.Add(engine);
        }
        else
        {
            engine.Dispose();
        }
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
}

/// <summary>Either is null.</summary>
internal readonly record struct KatexAnswer(string? Html, string? Refusal)
{
    public static readonly KatexAnswer TooComplicated = new(Html: null, "it is too complicated");
}
