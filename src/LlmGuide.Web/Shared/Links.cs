using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Leaderboards.Metrics.Scoring;
using LlmGuide.Core.Search;

using Microsoft.AspNetCore.WebUtilities;

namespace LlmGuide.Web.Shared;

/// <summary>Every address of the site. Features meet here, not in each other's code.</summary>
public static class Links
{
    public const string Home = "/";
    public const string Resources = "/resources";
    public const string Tasks = "/tasks";
    public const string Search = "/search";
    public const string About = "/about";
    public const string Figures = "/figures";
    public const string Discussions = "/discussions";
    public const string Changes = "/changes";
    public const string Feed = "/feed.atom";
    public const string Api = "/api";
    public const string OpenApi = "/openapi/v1.json";
    public const string Theme = "/theme";
    public const string OpenSearch = "/opensearch.xml";
    public const string Manifest = "/manifest.webmanifest";

    // accounts
    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string Register = "/account/register";
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
    public const string External = "/account/external";
    public const string ExternalStart = "/account/external/start";
    public const string OwnData = "/account/data.zip";
    public const string Leave = "/account/delete";
    public const string Setup = "/setup";
    public const string Admin = "/admin";
    /// <summary>One member, with what administrators can do.</summary>
    public static string AdminMember(string name) => $"{Admin}/members/{name}";

    public const string AdminSettings = "/admin/settings";
    public const string AdminHealth = "/admin/health";

    public static string Member(string name) => $"/u/{name}";

    public static string CommentHistory(int id) => $"{Comment(id)}/history";

    public static string EditComment(int id) => $"{Comment(id)}/edit";

    public static string DeleteComment(int id) => $"{Comment(id)}/delete";

    public static string UndeleteComment(int id) => $"{Comment(id)}/undelete";

    public static string FlagComment(int id) => $"{Comment(id)}/flag";

    public static string Reply(int commentId) => $"{Comment(commentId)}/reply";

    public static string Write(int conversationId) => string.Create(CultureInfo.InvariantCulture, $"/write/{conversationId}");

    public static string Vote(int commentId, Ballot ballot) => $"{Comment(commentId)}/vote/{ballot.ToSlug()}";

    public static string Answer(int commentId, bool answers) => $"{Comment(commentId)}/{(answers ? "answers" : "answers-not")}";

    /// <summary>Where a page that is open hears that a conversation changed.</summary>
    public static string Live(int conversationId) => string.Create(CultureInfo.InvariantCulture, $"/conversations/{conversationId}/live");

    /// <summary>Back to the page of this request.</summary>
    public static string Here(HttpRequest request, string fragment = "") => request.Path + request.QueryString + fragment;

    // revisions
    /// <summary>Where a subject of the log is, or was.</summary>
    public static string Subject(LogKind kind, string key) => kind switch
    {
        LogKind.Topic => Topic(key),
        LogKind.Resource => Resource(key),
        LogKind.Task => Task(key),
        LogKind.Comment => $"/c/{key}",
        LogKind.Member => Member(key),
        LogKind.Benchmark => Benchmark(key),
        LogKind.Metric => Metric(key),
        LogKind.Result when key.Length == 0 => Tasks,
        LogKind.Stage or LogKind.Path => Home,
        LogKind.Release => $"{Releases}/{key}",
        LogKind.Suggestion => $"/suggestions/{key}",
        LogKind.Link => key.Length == 0 ? Resources : Topic(key),
        _ => History(kind, key),
    };

    /// <summary>Everything that became of a subject.</summary>
    public static string History(LogKind kind, string key) => kind switch
    {
        LogKind.Topic or LogKind.Resource or LogKind.Task or LogKind.Benchmark => $"{Subject(kind, key)}/history",
        _ => $"/history/{kind.ToSlug()}/{key}",
    };

    /// <summary>One row of the log, with what was changed.</summary>
    public static string Change(int entryId) => string.Create(CultureInfo.InvariantCulture, $"{Changes}/{entryId}");

    /// <summary>Where somebody goes back to a revision, or to what was before it.</summary>
    public static string Revert(int entryId, bool before) => $"{Change(entryId)}/revert{(before ? "?before" : "")}";

    // curation
    public const string CurateResources = "/curate/resources";
    public const string CurateStale = "/curate/stale";

    /// <summary>Where what is selected in a table of resources is changed together.</summary>
    public const string CurateBulk = "/curate/bulk";

    /// <summary>Where the variables of MudBlazor are, for pages with islands.</summary>
    public const string IslandTheme = "/css/islands.css";

    /// <summary>Where a curator makes a new resource, with what is known of it filled in.</summary>
    public const string NewResource = "/curate/resources/new";

    public static string EditResource(string slug) => $"/curate/resources/{slug}";

    public static string MergeResource(string slug) => $"{EditResource(slug)}/merge";

    // what is measured
    public const string CurateTasks = "/curate/tasks";
    public const string CurateBenchmarks = "/curate/benchmarks";
    public const string CurateMetrics = "/curate/metrics";
    public const string CurateImport = "/curate/import";
    public const string NewTask = $"{CurateTasks}/new";
    public const string NewBenchmark = $"{CurateBenchmarks}/new";
    public const string NewMetric = $"{CurateMetrics}/new";

    /// <summary>One file that was sent, with what becomes of its rows.</summary>
    public static string Import(string id) => $"{CurateImport}/{id}";

    /// <summary>Where an open page hears how far an import is.</summary>
    public static string ImportLive(string id) => $"{Import(id)}/live";

    public static string EditTask(string slug) => $"{CurateTasks}/{slug}";

    public static string EditBenchmark(string slug) => $"{CurateBenchmarks}/{slug}";

    public static string EditMetric(string slug) => $"{CurateMetrics}/{slug}";

    /// <summary>The results of a benchmark, to be edited.</summary>
    public static string CurateResults(string benchmark) => $"{EditBenchmark(benchmark)}/results";

    public static string NewResult(string benchmark) => $"{CurateResults(benchmark)}/new";

    public static string EditResult(int id) => string.Create(CultureInfo.InvariantCulture, $"/curate/results/{id}");

    // the path and its releases
    public const string CurateTopics = "/curate/topics";

    public const string NewTopic = "/curate/topics/new";
    public const string NewStage = "/curate/stages/new";
    public const string Publish = "/curate/release";
    public const string Releases = "/releases";

    public static string EditTopic(string slug) => $"{CurateTopics}/{slug}";

    public static string MergeTopic(string slug) => $"{EditTopic(slug)}/merge";

    /// <summary>Where a topic is taken off the path, or put back.</summary>
    public static string ListTopic(string slug, bool listed) => $"{EditTopic(slug)}/{(listed ? "restore" : "remove")}";

    public static string EditStage(string slug) => $"/curate/stages/{slug}";

    /// <summary>Where a stage is taken off the path, or put back.</summary>
    public static string ListStage(string slug, bool listed) => $"{EditStage(slug)}/{(listed ? "restore" : "remove")}";

    /// <summary>A release, compared with the one before it or with another.</summary>
    public static string Release(int number, int? from = null) =>
        With(string.Create(CultureInfo.InvariantCulture, $"{Releases}/{number}"), new KeyValuePair<string, string?>(
            "from", from?.ToString(CultureInfo.InvariantCulture)));

    // suggestions
    public const string Suggest = "/suggest";
    public const string OwnSuggestions = "/me/suggestions";
    public const string Curate = "/curate";

    /// <summary>What became of a suggestion, for everybody.</summary>
    public static string Suggestion(int id) => string.Create(CultureInfo.InvariantCulture, $"/suggestions/{id}");

    /// <summary>Where who made it mends it.</summary>
    public static string OwnSuggestion(int id) => string.Create(CultureInfo.InvariantCulture, $"{OwnSuggestions}/{id}");

    /// <summary>Where a curator decides about it.</summary>
    public static string CurateSuggestion(int id) => string.Create(CultureInfo.InvariantCulture, $"{Curate}/suggestions/{id}");

    public static string SuggestForResource(string slug) => QueryHelpers.AddQueryString(Suggest, "resource", slug);

    public static string SuggestForTopic(string slug) => QueryHelpers.AddQueryString(Suggest, "topic", slug);

    public static string SuggestForResult(int id) =>
        QueryHelpers.AddQueryString(Suggest, "result", id.ToString(CultureInfo.InvariantCulture));

    public static string SuggestForBenchmark(string slug) => QueryHelpers.AddQueryString(Suggest, "benchmark", slug);

    /// <summary>A suggestion that a comment gave rise to, which is answered when it is decided.</summary>
    public static string SuggestFromComment(int id) => string.Create(CultureInfo.InvariantCulture, $"{Suggest}?comment={id}");

    // moderation
    public const string ChangesFeed = "/changes.atom";
    public const string Moderate = "/moderate";

    /// <summary>One case of the queue.</summary>
    public static string ModerateComment(int id) => string.Create(CultureInfo.InvariantCulture, $"{Moderate}/{id}");

    public static string RemoveComment(int id) => $"{Comment(id)}/remove";

    public static string LockConversation(int id) => string.Create(CultureInfo.InvariantCulture, $"/conversations/{id}/lock");

    public static string Suspend(string name) => $"{Member(name)}/suspend";

    // links of works
    public const string CurateLinks = "/curate/links";
    public const string CurateAdd = "/curate/add";

    /// <summary>Where an open page hears how far a round is.</summary>
    public const string LinkRoundLive = "/curate/links/live";

    /// <summary>One work's link, with what can be done about it.</summary>
    public static string CurateLink(string slug) => $"{CurateLinks}/{slug}";

    /// <summary>Sign-in that brings its visitor back.</summary>
    public static string SignInFor(string back) => With(SignIn, KeyValuePair.Create<string, string?>("back", back));

    public static string Comment(int id) => string.Create(CultureInfo.InvariantCulture, $"/c/{id}");

    public static string Topic(string slug) => $"/topics/{slug}";

    /// <summary>Where a figure stands in a topic.</summary>
    public static string Figure(string topic, string anchor) => $"{Topic(topic)}#{anchor}";

    /// <summary>The drawing alone.</summary>
    public static string FigureFile(string slug) => $"{Figures}/{slug}.svg";

    public static string Resource(string slug) => $"/resources/{slug}";

    public static string Task(string slug) => $"{Tasks}/{slug}";

    // search
    /// <summary>The page of something that was found.</summary>
    public static string Found(SearchType type, string slug) => type switch
    {
        SearchType.Topic => Topic(slug),
        SearchType.Task => Task(slug),
        SearchType.Benchmark => Benchmark(slug),
        SearchType.Metric => Metric(WorkedExamples.AnchorOf(slug) ?? slug),
        _ => Resource(slug),
    };

    // benchmarks
    public const string Metrics = "/metrics";

    public static string Metric(string anchor) => $"{Metrics}#{anchor}";

    public static string Benchmark(string slug) => $"/benchmarks/{slug}";

    public static string BenchmarkCsv(string slug) => $"/benchmarks/{slug}.csv";

    public static string ResourcesOfTopic(string slug) => QueryHelpers.AddQueryString(Resources, "topic", slug);

    public static string ResourcesOfKind(ResourceKind kind) => QueryHelpers.AddQueryString(Resources, "kind", kind.ToSlug());

    public static string ArxivPdf(string arxivId) => $"https://arxiv.org/pdf/{arxivId}";

    public static string Arxiv(string arxivId) => $"https://arxiv.org/abs/{arxivId}";

    public static string Doi(string doi) => $"https://doi.org/{doi}";

    // notifications
    public const string Notifications = "/me/notifications";
    public const string NotificationsRead = "/me/notifications/read";
    public const string NotificationMails = "/me/notifications/mail";
    public const string Follow = "/me/follow";

    /// <summary>Ends the mails of one member. Whoever has the address can, without signing in.</summary>
    public static string Unsubscribe(Guid key) => $"/unsubscribe/{key:N}";

    /// <summary>The address with these keys in its query; those without a value are left out.</summary>
    public static string With(string path, params IEnumerable<KeyValuePair<string, string?>> query) =>
        QueryHelpers.AddQueryString(path, query.Where(q => !string.IsNullOrEmpty(q.Value)));
}
