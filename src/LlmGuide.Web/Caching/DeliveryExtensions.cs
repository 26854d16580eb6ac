using System.IO.Compression;

using LlmGuide.Core;
using LlmGuide.Web.Caching.Headers;
using LlmGuide.Web.Caching.Nodes;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Posted;

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LlmGuide.Web.Caching;

/// <summary>How pages get to readers: kept whole and compressed, asked for again with 304, forgotten when something changes.</summary>
public static class DeliveryExtensions
{
    private const long Megabyte = 1024 * 1024;

    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new NodeBus(null, TimeProvider.System));
        services.TryAddSingleton(new HttpsOptions());
        services.AddSingleton<Evictions>().AddSingleton<PageCache>().AddSingleton<ReadingPagePolicy>().AddSingleton<ViewCache>();
        services.AddSingleton<IPageCache>(provider => provider.GetRequiredService<PageCache>());
        services.AddOutputCache();
        services.AddOptions<OutputCacheOptions>().Configure<ReadingPagePolicy>((options, policy) =>
        {
            options.AddBasePolicy(policy);
            options.SizeLimit = 64 * Megabyte;
            options.MaximumBodySize = Megabyte;

            // Two spellings of a path may have two answers (a page and a 404), so they are two keys.
            options.UseCaseSensitivePaths = true;
        });
        return services.AddCompression().AddReaderAntiforgery();
    }

    /// <summary>
    /// Call it after what must see every request (forwarded headers), and before the endpoints are mapped. It adds
    /// authentication and authorization where they are registered: a kept page needs neither.
    /// </summary>
    /// <param name="errors">
    /// What shows errors (exception handler, status-code pages). It stands behind the kept pages, which cannot fail, and before all
    /// that can: on the way to a kept page it cost more than the copy itself.
    /// </param>
    /// <param name="counted">
    /// What counts those who are refused by authorization. It stands behind authentication, so that it knows who is somebody.
    /// </param>
    public static IApplicationBuilder UseDelivery(
        this IApplicationBuilder app, Action<IApplicationBuilder> errors, Action<IApplicationBuilder>? counted = null)
    {
        if (app.ApplicationServices.GetRequiredService<HttpsOptions>().Redirects)
        {
            app.UseMiddleware<HttpsRedirect>();
        }

        app.UseRouting();
        app.UseMiddleware<ResponseHeaders>();
        app.UseMiddleware<UnknownReaders>();
        app.UseWhen(Reader.MayShare, shared => shared.UseMiddleware<HeadAsGet>().UseOutputCache());
        errors(app);
        app.Use(ReadableAddress.Before);

        // Again, for an error that is shown at an address of its own; what has its endpoint already passes.
        app.UseRouting();
        app.UseWhen(Reader.MayShare, shared => shared.UseMiddleware<FreshPage>().UseResponseCompression());
        app.Use(CleanForm.Before);
        if (app.ApplicationServices.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IAuthenticationSchemeProvider)))
        {
            app.UseAuthentication();
            counted?.Invoke(app);
            app.UseAuthorization();
        }

        return app.UseAntiforgery();
    }

    /// <summary>The addresses that delivery itself answers.</summary>
    public static IEndpointRouteBuilder MapDelivery(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(SpeculationRules.Address, SpeculationRules.Answer).ExcludeFromDescription();
        return endpoints;
    }

    /// <summary>
    /// Over HTTPS too. An attacker who can make a browser send guesses, and sees the size of the answers, can read a secret out
    /// of a compressed page (BREACH). So only pages that anonymous readers share pass through here: they hold no secret, not even
    /// an antiforgery token. What a signed-in visitor or a form page gets is never compressed by us.
    /// </summary>
    private static IServiceCollection AddCompression(this IServiceCollection services) => services
        .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal)
        .AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliPages>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes,
                "application/atom+xml", "application/ld+json", "application/problem+json", "application/x-bibtex",
                "application/opensearchdescription+xml", "application/manifest+json", "text/markdown",
            ];
        });

    private static IServiceCollection AddReaderAntiforgery(this IServiceCollection services)
    {
        services.AddAntiforgery();
        var framework = services.Last(service => service.ServiceType == typeof(IAntiforgery));
        services.Remove(framework);
        return services.AddSingleton<IAntiforgery>(provider => ActivatorUtilities.CreateInstance<ReaderAntiforgery>(
            provider, ActivatorUtilities.CreateInstance(provider, framework.ImplementationType!)));
    }
}
