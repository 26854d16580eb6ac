using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

using MudBlazor;

namespace LlmGuide.Web.Islands;

/// <summary>
/// MudBlazor's variables as one style sheet, made once. Its MudThemeProvider writes them into every page, as an inline style that the
/// policy of the site forbids, and knows one of light and dark only.
/// </summary>
internal sealed class IslandTheme(IServiceScopeFactory scopes, ILoggerFactory logs) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private string? _sheet;

    public static void Map(IEndpointRouteBuilder site) => site.MapGet(
        Links.IslandTheme,
        async (IslandTheme theme, HttpContext http, CancellationToken cancellationToken) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=3600";
            return Results.Text(await theme.SheetAsync(cancellationToken), "text/css");
        }).ExcludeFromDescription();

    private async Task<string> SheetAsync(CancellationToken cancellationToken)
    {
        if (_sheet is { } made)
        {
            return made;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            return _sheet ??= await VariablesAsync(":root", dark: false)
                + await VariablesAsync($":root[data-theme={ReadingTheme.Dark}]", dark: true)
                + $"@media (prefers-color-scheme:dark){{"
                + $"{await VariablesAsync($":root:not([data-theme={ReadingTheme.Light}])", dark: true)}}}";
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<string> VariablesAsync(string scope, bool dark)
    {
        await using var services = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(services.ServiceProvider, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(MudThemeProvider.Theme)] = LlmGuideTheme.For(scope),
                [nameof(MudThemeProvider.IsDarkMode)] = dark,
                [nameof(MudThemeProvider.DefaultScrollbar)] = true,
            });
            return (await renderer.RenderComponentAsync<MudThemeProvider>(parameters)).ToHtmlString();
        });

        // What stands between the tags, however many there are.
        return string.Concat(
            html.Split("<style").Skip(1).Select(part => part[(part.IndexOf('>', StringComparison.Ordinal) + 1)..].Split("</style>")[0]));
    }
}
