using LlmGuide.Core.Text;

using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace LlmGuide.Web.Shared.Posted;

/// <summary>
/// What people send with a form, without the characters that no text of ours may have (<see cref="CleanText"/>): whoever reads the form
/// of a request, page or endpoint, reads this one.
/// </summary>
internal sealed class CleanForm(IFormFeature sent) : IFormFeature
{
    private IFormCollection? _form;

    public bool HasFormContentType => sent.HasFormContentType;

    public IFormCollection? Form
    {
        get => _form ?? (sent.Form is { } read ? Clean(read) : null);
        set => _form = value;
    }

    /// <summary>Stands behind the routing, where an endpoint may have said how large its form can be.</summary>
    public static Task Before(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.Features.Get<IFormFeature>() is not CleanForm)
        {
            var sent = http.Features.Get<IFormFeature>()
                ?? new FormFeature(http.Request, http.RequestServices.GetRequiredService<IOptions<FormOptions>>().Value);
            http.Features.Set<IFormFeature>(new CleanForm(sent));
        }

        return next(http);
    }

    public IFormCollection ReadForm() => _form ??= Clean(sent.ReadForm());

    public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) =>
        _form ??= Clean(await sent.ReadFormAsync(cancellationToken));

    private static IFormCollection Clean(IFormCollection form) =>
        form.All(field => field.Value.All(value => value is null || CleanText.IsClean(value)))
            ? form
            : new FormCollection(form.ToDictionary(field => field.Key, field => new StringValues(
                [.. field.Value.Select(CleanText.Of)]), StringComparer.OrdinalIgnoreCase), form.Files);
}
