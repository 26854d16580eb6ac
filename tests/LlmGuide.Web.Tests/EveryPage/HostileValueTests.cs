using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

using Microsoft.Extensions.Logging;

namespace LlmGuide.Web.Tests.EveryPage;

/// <summary>
/// Whatever stands in an address or a form, in every place of every route, in every key that any page knows and in every field of every
/// form, is answered by a page or a sentence: nothing breaks, and nothing of it gets into the log.
/// </summary>
public abstract class HostileValueTests(FurnishedSite site)
{
    private const int AtOnce = 4;
    private const int MostShown = 300;

    /// <summary>An administrator has a hundred forms, and each page of theirs is long.</summary>
    private const int AdminShare = 4;

    private const int Seed = 20_261_130;
    private static readonly bool[] OpenAndHidden = [false, true];

    /// <summary>
    /// Of everything that could be sent to a route or with a form, so much is: always the same, and not the same on both databases. All
    /// of it takes minutes; set the variable to a thousand for that.
    /// </summary>
    private static readonly int Tries = int.TryParse(Environment.GetEnvironmentVariable(
        "LLMGUIDE_TEST_HOSTILE_TRIES"), NumberStyles.None, CultureInfo.InvariantCulture, out var tries) ? tries : 4;

    /// <summary>Whoever sends these is somebody else afterwards.</summary>
    private const string SignOut = "sign-out";

    [Theory]
    [InlineData("nobody")]
    [InlineData("member")]
    [InlineData("admin")]
    public async Task Nothing_that_is_sent_breaks_anything(string visitor)
    {
        using var caller = new HostileCaller(site, visitor);
        await caller.WalkAsync();
        var tries = visitor == "admin" ? Tries / AdminShare : Tries;
        var chance = new Random(Seed + visitor.Length + (int)site.Database);
        var addresses = SiteRoutes.Taking(site.Host, HttpMethod.Get.Method)
            .SelectMany(route => Some(chance, tries, HostileValues.All.SelectMany(value => caller.Addresses(route, value)))).ToList();
        var forms = caller.Forms.Where(form => form.Fields.All(field => field.Value != SignOut))
            .SelectMany(form => Some(chance, tries, HostileValues.All.SelectMany(
                value => OpenAndHidden.Select(hidden => (Form: form, Value: value, Hidden: hidden))))).ToList();
        var broken = new ConcurrentBag<string>();
        await EachAsync(addresses, async (address, cancelled) => Note(broken, await caller.GetAsync(address, cancelled), address));
        await EachAsync(forms, async (sent, cancelled) => Note(
            broken, await caller.PostAsync(sent.Form, sent.Value, sent.Hidden, cancelled),
            $"{sent.Form.Action} {sent.Value} {sent.Hidden}"));
        Assert.Empty(broken.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(
            site.Log.Lines, line => line.Level >= LogLevel.Error || line.Text.Contains(HostileValues.Marker, StringComparison.Ordinal));
        Assert.True(
            addresses.Count > 100 * Math.Min(tries, 4) && forms.Count > 5 * Math.Min(tries, 4),
            $"{addresses.Count} addresses, {forms.Count} forms.");
    }

    private static T[] Some<T>(Random chance, int tries, IEnumerable<T> all)
    {
        T[] shuffled = [.. all];
#pragma warning disable CA5394 // Nothing is secret here, and a run has to be the same as the one before.
        chance.Shuffle(shuffled);
#pragma warning restore CA5394
        return shuffled[..Math.Min(tries, shuffled.Length)];
    }

    private static Task EachAsync<T>(IEnumerable<T> all, Func<T, CancellationToken, ValueTask> send) =>
        Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = GuideHost.Cancelled }, send);

    private static void Note(ConcurrentBag<string> broken, HttpStatusCode status, string what)
    {
        if (status >= HttpStatusCode.InternalServerError && !what.StartsWith("/error", StringComparison.Ordinal))
        {
            broken.Add($"{(int)status} {(what.Length > MostShown ? what[..MostShown] : what)}");
        }
    }
}

public sealed class HostileValuesOnWaitingSqliteTests(SiteOnWaitingSqlite site)
    : HostileValueTests(site), IClassFixture<SiteOnWaitingSqlite>;

public sealed class HostileValuesOnPostgreSqlTests(SiteOnPostgreSql site) : HostileValueTests(site), IClassFixture<SiteOnPostgreSql>;
