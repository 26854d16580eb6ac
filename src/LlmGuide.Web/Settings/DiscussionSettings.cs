using System.Globalization;

using LlmGuide.Core.Discussion;

namespace LlmGuide.Web.Settings;

/// <summary>Reads the numbers of the discussion once, at start-up. Their defaults are in <see cref="DiscussionOptions"/>.</summary>
internal static class DiscussionSettings
{
    private const int Day = 24 * 60;
    private const int Week = 7 * Day;

    /// <exception cref="StartUpException">A number is none, or out of its range.</exception>
    public static void AddDiscussion(this WebApplicationBuilder builder) => builder.Services.AddSingleton(Read(builder.Configuration));

    /// <exception cref="StartUpException">A number is none, or out of its range.</exception>
    public static DiscussionOptions Read(IConfiguration settings)
    {
        var usual = new DiscussionOptions();
        return new DiscussionOptions
        {
            GraceMinutes = Number(nameof(usual.GraceMinutes), usual.GraceMinutes, 0, Day),
            UndoHours = Number(nameof(usual.UndoHours), usual.UndoHours, 0, Week / 60),
            RootsPerPage = Number(nameof(usual.RootsPerPage), usual.RootsPerPage, 1, 200),
            CommentsPerPage = Number(nameof(usual.CommentsPerPage), usual.CommentsPerPage, 1, 1000),
            HideAtFlagWeight = Number(nameof(usual.HideAtFlagWeight), usual.HideAtFlagWeight, 1, 1000),
            NewMemberFlagWeight = Number(nameof(usual.NewMemberFlagWeight), usual.NewMemberFlagWeight, 0, 1000),
            MemberFlagWeight = Number(nameof(usual.MemberFlagWeight), usual.MemberFlagWeight, 0, 1000),
            CuratorFlagWeight = Number(nameof(usual.CuratorFlagWeight), usual.CuratorFlagWeight, 0, 1000),
            NewMemberComments = Number(nameof(usual.NewMemberComments), usual.NewMemberComments, 0, 1000),
            NewMemberLinks = Number(nameof(usual.NewMemberLinks), usual.NewMemberLinks, 0, 1000),
            NewMemberMentions = Number(nameof(usual.NewMemberMentions), usual.NewMemberMentions, 0, 1000),
            LinksLookedAt = Number(nameof(usual.LinksLookedAt), usual.LinksLookedAt, 0, 1000),
            MailAfterMinutes = Number(nameof(usual.MailAfterMinutes), usual.MailAfterMinutes, 0, Week),
        };

        int Number(string name, int fallback, int min, int max)
        {
            var key = $"{DiscussionOptions.Section}:{name}";
            return settings[key] is not { Length: > 0 } value ? fallback
                : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
                    ? number
                : throw new StartUpException(string.Create(
                    CultureInfo.InvariantCulture, $"The setting {key} is “{value}”; it must be a whole number from {min} to {max}."));
        }
    }
}
