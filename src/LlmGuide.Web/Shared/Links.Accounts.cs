using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Learning.Notes;

namespace LlmGuide.Web.Shared;

// Members and their accounts.
public static partial class Links
{
    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string Register = "/account/register";
    public const string Welcome = "/account/welcome";
    public const string Mailbox = "/account/mailbox";
    public const string Account = "/account";
    public const string ChangePassword = "/account/password";
    public const string ChangeMail = "/account/mail";
    public const string Forgotten = "/account/forgotten";
    public const string ResetPassword = "/account/reset";
    public const string ConfirmMail = "/account/confirm";
    public const string ConfirmNewMail = "/account/confirm-mail";
    public const string TwoFactor = "/account/two-factor";
    public const string Authenticator = "/account/authenticator";
    public const string Passkeys = "/account/passkeys";
    public const string PasskeyOptions = "/account/passkeys/options";
    public const string Tokens = "/account/tokens";
    public const string External = "/account/external";
    public const string ExternalStart = "/account/external/start";
    public const string OwnData = "/account/data.zip";
    public const string Leave = "/account/delete";

    /// <summary>Where somebody ends whose account is deleted.</summary>
    public const string Left = "/account/deleted";
    public const string Setup = "/setup";
    public const string Admin = "/admin";
    public const string AdminSettings = "/admin/settings";
    public const string AdminHealth = "/admin/health";
    public const string AdminSeed = "/admin/seed";

    /// <summary>One member, with what administrators can do.</summary>
    public static string AdminMember(string name) => $"{Admin}/members/{name}";

    public static string Member(string name) => $"/u/{name}";

    /// <summary>Sign-in that brings its visitor back.</summary>
    public static string SignInFor(string back) => With(SignIn, KeyValuePair.Create<string, string?>("back", back));

    // What they have read.
    public const string Me = "/me";
    public const string Progress = "/me/progress";
    public const string Known = "/me/known";
    public const string DeviceMarks = "/me/device";
    public const string ImportProgress = "/me/import";
    public const string ProgressFile = "/me/progress.json";

    public const string OwnFeed = "/me/feed.atom";
    public const string MoveFeed = "/me/feed";
    public const string Notes = "/me/notes";
    public const string NotesFile = "/me/notes.md";
    public const string Bookmarks = "/me/bookmarks";

    /// <summary>Where a note about something is written.</summary>
    public static string Note(AnnotatedKind kind, string slug) => $"{Notes}/{kind.ToSlug()}/{slug}";

    /// <summary>Where a form sets or removes a bookmark.</summary>
    public static string Bookmark(AnnotatedKind kind, string slug) => $"{Bookmarks}/{kind.ToSlug()}/{slug}";

    /// <summary>The page of what can be noted.</summary>
    public static string Annotated(AnnotatedKind kind, string slug) => kind switch
    {
        AnnotatedKind.Topic => Topic(slug),
        AnnotatedKind.Resource => Resource(slug),
        AnnotatedKind.Task => Task(slug),
        _ => Benchmark(slug),
    };

    /// <summary>What is kept in this browser of a reader without an account.</summary>
    public const string Device = "/progress";

    /// <summary>The path, for the script that counts a reader's progress.</summary>
    public const string Course = "/path.json";

    /// <summary>Where a form says how far its sender is with a work.</summary>
    public static string Mark(string slug) => $"{Progress}/{slug}";

    /// <summary>Where a form says how long a work took its reader.</summary>
    public static string Took(string slug) => $"{Mark(slug)}/minutes";

    public static string MeWith(string key, string value) => With(Me, KeyValuePair.Create<string, string?>(key, value));

    /// <summary>What became of a file that was sent.</summary>
    public static string MeImported(int added, int older, int unknown) => With(
        Me, new[] { ("added", added), ("older", older), ("unknown", unknown) }
            .Select(one => KeyValuePair.Create<string, string?>(one.Item1, one.Item2.ToString(CultureInfo.InvariantCulture))));

    public const string Reviews = "/me/reviews";

    /// <summary>Where members answer checks, so that the answer is kept.</summary>
    public const string OwnChecks = "/me/checks";

    public static string Check(string topic, string check) => $"{Topic(topic)}/checks/{check}";

    public static string CheckWithHint(string topic, string check) => With(Check(topic, check), KeyValuePair.Create("hint", (string?)"1"));

    public static string AnswerCheck(string topic, string check) => $"{OwnChecks}/{topic}/{check}";

    public static string KnowTopic(string topic) => $"{Known}/{topic}";

    public const string Groups = "/groups";
    public const string NewGroup = "/groups/new";

    public static string Group(string slug) => $"{Groups}/{slug}";

    public static string GroupWith(string slug, string problem) => With(Group(slug), KeyValuePair.Create("problem", (string?)problem));

    public static string EditGroup(string slug) => $"{Group(slug)}/edit";

    public static string GroupAct(string slug, string act) => $"{Group(slug)}/{act}";

    /// <param name="key">What the group invites with.</param>
    public static string JoinGroup(string slug, string key) => With(Group(slug), KeyValuePair.Create("join", (string?)key));

    /// <param name="key">What opens it without a sign-in.</param>
    public static string GroupCalendar(string slug, string key) =>
        With($"{Group(slug)}/calendar.ics", KeyValuePair.Create("key", (string?)key));
}
