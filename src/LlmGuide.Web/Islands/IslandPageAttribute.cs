namespace LlmGuide.Web.Islands;

/// <summary>
/// A page that has islands: components with a render mode. Blazor refuses to render one on any other page, and every other page is
/// spared the state that Blazor writes at the end of a page for them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class IslandPageAttribute : Attribute;
