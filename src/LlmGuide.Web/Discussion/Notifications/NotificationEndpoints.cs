using LlmGuide.Core;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Mail;
using LlmGuide.Core.Members;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Jobs;
using LlmGuide.Web.Limits;

using Microsoft.AspNetCore.Mvc;

namespace LlmGuide.Web.Discussion.Notifications;

/// <summary>The acts around notifications. Each is a form without a script; it leads back to where it was.</summary>
internal static class NotificationEndpoints
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddSingleton<INotificationMail, NotificationMail>()
        .AddJob<MailNotifications>(
            "Writing mails about notifications", TimeSpan.FromMinutes(1), (mails, cancellationToken) => mails.RunAsync(cancellationToken))
        .AddJob<ForgetNotifications>(
            "Forgetting old notifications", TimeSpan.FromDays(1), (forget, cancellationToken) => forget.RunAsync(cancellationToken),
            first: TimeSpan.FromMinutes(1));

    public static void MapNotifications(this IEndpointRouteBuilder site)
    {
        // Forms that are bound ask for the antiforgery token by themselves.
        var mine = site.MapGroup("").RequireAuthorization().ExcludeFromDescription().Limited(Limit.Form);
        mine.MapPost(Links.NotificationsRead, ReadAsync);
        mine.MapPost(Links.NotificationMails, ChooseAsync);
        mine.MapPost(Links.Follow, FollowAsync).Limited(Limit.Follow);

        // Before the page of the same address: a mail program posts here by itself,
        // without a cookie and without having seen the page (RFC 8058).
        site.MapPost("/unsubscribe/{key:guid}", UnsubscribeAsync).WithOrder(-1).ExcludeFromDescription().Limited(Limit.Form);
    }

    private static async Task<IResult> ReadAsync(
        [FromForm] int? line, [FromForm] int? upTo, [FromForm] string? show,
        [FromForm] int? page, MarkNotificationsRead mark, HttpContext http)
    {
        var actor = http.Actor()!;
        await (line is { } one ? mark.LineAsync(actor, one, http.RequestAborted) : mark.AllAsync(actor, upTo ?? 0, http.RequestAborted));
        return Results.LocalRedirect(NotificationsPage.Address(Names.Parse<NotificationFilter>(show) ?? NotificationFilter.All, page ?? 1));
    }

    private static async Task<IResult> ChooseAsync(
        [FromForm] string? rhythm, [FromForm] string? reviews, MailChoice choice, HttpContext http)
    {
        if (Names.Parse<MailFrequency>(rhythm) is not { } chosen)
        {
            return Results.BadRequest();
        }

        await choice.SetAsync(http.Actor()!, new MailWishes(chosen, reviews is "true"), http.RequestAborted);
        return Results.LocalRedirect(Links.With(Links.Notifications, new KeyValuePair<string, string?>("saved", "mail")) + "#mail");
    }

    private static async Task<IResult> FollowAsync(
        [FromForm] int conversation, [FromForm] string? level, [FromForm] string? back, SetFollowLevel follow, HttpContext http)
    {
        if (Names.Parse<FollowLevel>(level) is not { } chosen)
        {
            return Results.BadRequest();
        }

        var outcome = await follow.RunAsync(http.Actor()!, conversation, chosen, http.RequestAborted);
        return outcome.Refusal switch
        {
            null => Results.LocalRedirect(LocalAddress.Of(back, Links.Notifications)),
            { Cause: Cause.NotAllowed } => Results.StatusCode(StatusCodes.Status403Forbidden),
            _ => Results.NotFound(),
        };
    }

    /// <summary>Answers 200 to a mail program, which follows no redirect; leads a person, who came from the page, back to it.</summary>
    private static async Task<IResult> UnsubscribeAsync(Guid key, string? from, MailChoice choice, CancellationToken cancellationToken)
    {
        var outcome = await choice.EndAsync(key, cancellationToken);
        return outcome.Refusal is not null ? Results.NotFound()
            : from is not null ? Results.LocalRedirect(Links.Unsubscribe(key))
            : Results.Text("You get no more emails about notifications and reviews.\n");
    }
}
