using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Mail;

/// <summary>The mails that wait to be sent.</summary>
internal static class MailRoom
{
    public static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddSingleton(new MailRenderer("LlmGuide"))
        .AddSingleton<Outbox>()
        .AddSingleton<OutboxStateQuery>()
        .AddSingleton<MailChoice>();
}
