using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

using LlmGuide.Core.Learning.Groups;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Learning.Groups;

/// <summary>
/// The plan of a group as an iCalendar file (RFC 5545): one entry a week, of whole days, which are the same days in every time zone.
/// </summary>
internal static class GroupCalendarFile
{
    private const int Week = 7;

    /// <param name="whole">Makes an address of the site whole.</param>
    public static string Write(GroupCalendar group, Func<string, string> whole)
    {
        var calendar = new Calendar { ProductId = "-//LlmGuide//Reading groups//EN" };
        calendar.AddProperty("X-WR-CALNAME", group.Name);
        foreach (var week in group.Weeks)
        {
            calendar.Events.Add(new CalendarEvent
            {
                // The same entry moves when the plan does.
                Uid = $"{group.Slug}-week-{week.Number}",
                DtStamp = new CalDateTime(group.CreatedAt.UtcDateTime),
                Start = new CalDateTime(week.From),
                End = new CalDateTime(week.From.AddDays(Week)),
                Summary = $"{group.Name}: {string.Join(", ", week.Topics.Select(topic => topic.Title))}",
                Description = string.Join('\n', week.Topics.Select(topic => $"{topic.Title}: {whole(Links.Topic(topic.Slug))}")),
                Url = new Uri(whole(Links.Group(group.Slug))),
            });
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }
}
