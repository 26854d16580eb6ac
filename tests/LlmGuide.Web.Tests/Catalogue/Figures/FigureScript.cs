using Jint;
using Jint.Native;

namespace LlmGuide.Web.Tests.Catalogue.Figures;

/// <summary>The script of a figure without a page: its numbers alone.</summary>
internal sealed class FigureScript : IDisposable
{
    private readonly Engine _engine = new(options => options.EnableModules(Folder));
    private readonly JsValue _module;

    public FigureScript(string name) => _module = _engine.Modules.Import($"./{name}.js");

    public static string Folder { get; } = Path.Combine(GuideHost.WebProject, "wwwroot", "js", "figures");

    /// <summary>The modules, without what they share.</summary>
    public static IEnumerable<string> All =>
        Directory.EnumerateFiles(Folder, "*.js").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name != "kit");

    public void Run(string code) => _engine.SetValue("figure", _module).Execute(code);

    /// <summary>A number that a function of the module gives.</summary>
    public double Number(string call) => Evaluate(call).AsNumber();

    /// <summary>The numbers of a list that a function of the module gives.</summary>
    public double[] Numbers(string call) => [.. Evaluate(call).AsArray().Select(value => value.AsNumber())];

    public string Text(string call) => Evaluate(call).AsString();

    public string Json(string call) => _engine.SetValue("figure", _module).Evaluate($"JSON.stringify(figure.{call})").AsString();

    public void Dispose() => _engine.Dispose();

    private JsValue Evaluate(string call) => _engine.SetValue("figure", _module).Evaluate($"figure.{call}");
}
