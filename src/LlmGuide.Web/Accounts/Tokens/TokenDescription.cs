using LlmGuide.Core;

using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LlmGuide.Web.Accounts.Tokens;

/// <summary>Tells in the OpenAPI document which addresses need a token, and with which scope.</summary>
internal static class TokenDescription
{
    private const string Name = "token";

    public static void AddTokenDescription(this OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes[Name] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A token that a member makes at /account/tokens, with the scopes that it has. Sent as Authorization: Bearer.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<TokenAccessAttribute>().LastOrDefault() is { } access)
            {
                operation.Security =
                [
                    new OpenApiSecurityRequirement
                    {
                        [new OpenApiSecuritySchemeReference(Name, context.Document)] = [access.Scope.ToSlug()],
                    },
                ];
            }

            return Task.CompletedTask;
        });
    }
}
