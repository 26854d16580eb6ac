using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Mail;
using LlmGuide.Core.Members;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Discussion.Notifications;

public sealed partial class NotificationsPage
{
    private const int LongestQuote = 240;

    private NotificationsView _view = new(new Page<NotificationLine>([], 1, NotificationsQuery.PageSize, 0), 0, 0);
    private NotificationFilter _filter;
    private MailWishes _mails = MailWishes.None;
    private DateTimeOffset _now;
    private bool _saved;

    [Inject]
    public required NotificationsQuery Notifications { get; set; }

    [Inject]
    public required MailChoice Choice { get; set; }

    [Inject]
    public required DiscussionOptions Options { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    internal static string Address(NotificationFilter filter, int page) => Links.With(
        Links.Notifications,
        [
            new("show", filter == NotificationFilter.All ? null : filter.ToSlug()),
            PageParameter.For(page),
        ]);

    protected override async Task OnInitializedAsync()
    {
        var query = Http.Request.Query;
        var member = Http.Actor()!.Id;
        _now = Clock.GetUtcNow();
        _saved = query.ContainsKey("saved");
        _filter = Names.Parse<NotificationFilter>(query["show"]) ?? NotificationFilter.All;
        var page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        _view = await Notifications.RunAsync(member, _filter, page, Aborted);
        _mails = await Choice.OfAsync(member, Aborted) ?? MailWishes.None;
    }

    private static string NameOf(NotificationFilter filter) => filter switch
    {
        NotificationFilter.Guide => "Decisions",
        _ => filter.ToString(),
    };

    private string NameOf(MailFrequency rhythm) => rhythm switch
    {
        MailFrequency.Soon => $"after {Labels.Count(Options.MailAfterMinutes, "minute")}",
        MailFrequency.Weekly => "once a week, in one email",
        _ => "never",
    };
}
