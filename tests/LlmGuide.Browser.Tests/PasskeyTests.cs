using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>Somebody signs in with a device, which Chromium plays.</summary>
public sealed class PasskeyTests(Browser browser)
{
    [Fact]
    public async Task A_passkey_is_added_and_signs_in()
    {
        // Under a name: passkeys belong to a domain, and an address in numbers is none.
        var page = await browser.OpenAsync("/about");
        var site = new UriBuilder(page.Url) { Host = "localhost", Path = "" }.Uri;
        await AddDeviceAsync(page);

        await page.GotoAsync(new Uri(site, "/account/register").ToString());
        await page.FillAsync("input[name='Draft.Name']", "pia");
        await page.FillAsync("input[name='Draft.Mail']", "pia@example.org");
        await page.FillAsync("input[name='Draft.Password']", "correct horse battery");
        await page.ClickAsync("main button[type=submit]");
        await Assertions.Expect(page.Locator("header .sr").Filter(new LocatorFilterOptions { HasText = "pia" })).ToHaveCountAsync(1);

        await page.GotoAsync(new Uri(site, "/account/passkeys").ToString());
        await page.ClickAsync("[data-passkey=create]");
        await Assertions.Expect(page.Locator("ul.log > li")).ToHaveCountAsync(1);

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(new Uri(site, "/account/sign-in?back=%2Faccount%2Fpasskeys").ToString());
        await page.ClickAsync("[data-passkey=request]");
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(site, "/account/passkeys").ToString());
        await Assertions.Expect(page.Locator("header .sr").Filter(new LocatorFilterOptions { HasText = "pia" })).ToHaveCountAsync(1);

        await page.ClickAsync("button:text-is('Remove')");
        await Assertions.Expect(page.Locator("ul.log > li")).ToHaveCountAsync(0);
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(new Uri(site, "/account/sign-in").ToString());
        await page.ClickAsync("[data-passkey=request]");
        await Assertions.Expect(page.Locator("main [role=alert]:visible"))
            .ToContainTextAsync("did not", new LocatorAssertionsToContainTextOptions { Timeout = 30_000 });
    }

    [Fact]
    public async Task Without_a_script_nothing_is_shown_that_needs_one()
    {
        var page = await browser.OpenAsync("/account/sign-in", scripts: false);
        await Assertions.Expect(page.Locator("[data-passkey]")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("p.or")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("input[type=password]")).ToBeVisibleAsync();
    }

    private static async Task AddDeviceAsync(IPage page)
    {
        var chromium = await page.Context.NewCDPSessionAsync(page);
        await chromium.SendAsync("WebAuthn.enable");
        await chromium.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
