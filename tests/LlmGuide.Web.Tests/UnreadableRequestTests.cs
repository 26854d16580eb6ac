using System.Net;
using System.Net.Sockets;
using System.Text;

using LlmGuide.Web.Shared;
using LlmGuide.Web.Tests.Accounts;

namespace LlmGuide.Web.Tests;

/// <summary>What no browser of a reader sends is refused in words, and is no mistake of ours.</summary>
public sealed class UnreadableRequestTests(SeededSite site) : IClassFixture<SeededSite>
{
    /// <summary>More than the server takes.</summary>
    private const int TooMuch = 31_000_000;

    private GuideHost Host => site.Host;

    [Theory]
    [InlineData("/search?q=%00")]
    [InlineData("/resources?topic=a%00b")]
    [InlineData("/topics/transformer?%00=1")]
    [InlineData("/api/v1/search?q=%00")]
    public async Task An_address_with_a_zero_in_it_is_refused(string path)
    {
        using var answer = await Host.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync(GuideHost.Cancelled));
    }

    [Theory]
    [InlineData("/topics/a%00b")]
    [InlineData("/u/%00")]
    public async Task So_is_a_path_with_one(string path) =>
        Assert.StartsWith("HTTP/1.1 4", await FirstLineAsync($"GET {path} HTTP/1.1\r\nHost: here\r\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/", "HTTP/1.1 400 Bad Request")]
    [InlineData("/topics/transformer", "HTTP/1.1 400 Bad Request")]
    [InlineData("/feed.atom", "HTTP/1.1 400 Bad Request")]
    [InlineData("/health/live", "HTTP/1.1 200 OK")]
    public async Task Without_a_host_only_the_health_is_told(string path, string status) =>
        Assert.Equal(status, await FirstLineAsync($"GET {path} HTTP/1.1\r\nHost:\r\n"));

    [Theory]
    [InlineData("/account/reset?id=abc", "reset")]
    [InlineData("/account/reset?id=99999999999&code=x", "reset")]
    [InlineData("/account/confirm?id=-1", "confirm")]
    [InlineData("/account/confirm", "confirm")]
    [InlineData("/account/confirm-mail?id=1e3&mail=a@example.org&code=x", "confirm")]
    public async Task A_link_that_was_torn_says_so_when_it_is_used(string path, string form)
    {
        using var nobody = new Browser(Host);
        await nobody.OpenAsync(path);
        Assert.Equal(HttpStatusCode.OK, nobody.Status);
        await nobody.SendAsync(form, form == "reset" ? [("Draft.Password", GuideHost.Password)] : []);
        Assert.Equal(HttpStatusCode.OK, nobody.Status);
        Assert.Contains("This link", nobody.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_step_of_a_sign_in_without_the_first_begins_again()
    {
        using var nobody = new Browser(Host);
        await nobody.OpenAsync("/account/two-factor?remember=1");
        Assert.Equal("/account/sign-in", nobody.Location);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no credential")]
    [InlineData("{\"id\":1}")]
    public async Task A_passkey_that_nobody_asked_for_signs_nobody_in_and_is_not_kept(string credential)
    {
        using var nobody = new Browser(Host);
        await nobody.OpenAsync("/account/sign-in");
        await nobody.SendAsync("passkey", ("credential", credential));
        Assert.Contains("This passkey did not sign you in.", nobody.Text, StringComparison.Ordinal);
        using var member = new Browser(Host, await Host.SignInAsync("keyless"));
        await member.OpenAsync("/account/passkeys");
        await member.SendAsync("passkey", ("credential", credential));
        Assert.Contains("no passkey was added", member.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/password")]
    [InlineData("/suggest")]
    [InlineData("/write/1")]
    [InlineData("/me/notifications/read")]
    public async Task A_form_that_is_too_large_is_refused(string path)
    {
        var cookie = await Host.SignInAsync("verbose");
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(new byte[TooMuch]),
            Headers = { { "Cookie", cookie }, { "Expect", "100-continue" } },
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        using var answer = await Host.Client.SendAsync(request, GuideHost.Cancelled);
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{answer.StatusCode}");
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync(GuideHost.Cancelled));
    }

    [Theory]
    [InlineData("/search?q=é", "/search?q=%C3%A9")]
    [InlineData("/u/💩#é", "/u/%F0%9F%92%A9#%C3%A9")]
    [InlineData("/topics/transformer?q=a b", "/topics/transformer?q=a%20b")]
    [InlineData("/topics/transformer?thread=5#c7", "/topics/transformer?thread=5#c7")]
    [InlineData("/search?q=%C3%A9%zz", "/search?q=%C3%A9%25zz")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("/..//elsewhere.example", "/")]
    [InlineData("/.\\elsewhere.example", "/elsewhere.example")]
    [InlineData("/a/..\\\\elsewhere.example", "/")]
    [InlineData("https://elsewhere.example", "/")]
    [InlineData("é", "/")]
    public void The_way_back_fits_into_a_header(string back, string address) => Assert.Equal(address, LocalAddress.Of(back));

    [Fact]
    public void Half_of_a_character_in_the_way_back_fits_into_a_header_too() =>
        Assert.All(LocalAddress.Of("/search?q=\uD83D"), sign => Assert.True(char.IsAscii(sign)));

    [Fact]
    public async Task A_way_back_that_is_not_ascii_is_followed()
    {
        using var answer = await Host.GetAsync("/theme?theme=dark&back=/search%3Fq%3D%C3%A9");
        Assert.Equal("/search?q=%C3%A9", answer.Headers.Location!.OriginalString);
    }

    /// <summary>What <see cref="HttpClient"/> would not send.</summary>
    private async Task<string?> FirstLineAsync(string request)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(Host.Client.BaseAddress!.Host, Host.Client.BaseAddress.Port, GuideHost.Cancelled);
        await using var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{request}Connection: close\r\n\r\n"), GuideHost.Cancelled);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(GuideHost.Cancelled);
    }
}
