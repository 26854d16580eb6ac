using System.Security.Claims;

using LlmGuide.Core.Data;
using LlmGuide.Web.Accounts.Tickets;
using LlmGuide.Web.Catalogue.Resources.Edits;
using LlmGuide.Web.Islands.Tables;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LlmGuide.Web.Tests.Shell;

/// <summary>A table that is alive while the database is not.</summary>
public sealed partial class OutageTests
{
    [Theory]
    [InlineData(false, "The guide cannot be read right now")]
    [InlineData(true, "This may not have been saved")]
    public async Task A_table_that_is_alive_says_what_is_wrong_and_keeps_what_was_typed(bool isWrite, string said)
    {
        await using var scope = site.Host.Services.CreateAsyncScope();
        SignIn(scope.ServiceProvider);
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            ResourceTable table = null!;
            var page = await renderer.RenderComponentAsync<Around>(ParameterView.FromDictionary(
                new Dictionary<string, object?> { [nameof(Around.Found)] = (Action<ResourceTable>)(found => table = found) }));
            var (question, title) = (table.Question, table.Rows.Items[0].Title);
            (table.Selected, table.Reason) = (table.Rows.Items.Take(2).ToHashSet(), Said);
            await using (await site.BrokenAsync(DatabaseFault.Away))
            {
                await EventCallback.Factory.Create(
                    table, () => isWrite ? table.ApplyAsync() : table.AskAsync(question.With("q", "mamba"))).InvokeAsync();
            }

            var html = page.ToHtmlString();
            Assert.Contains(said, html, StringComparison.Ordinal);
            Assert.Contains(title, html, StringComparison.Ordinal);
            Assert.Equal((question, 2, Said, false), (table.Question, table.Selected.Count, table.Reason, table.Busy));
        });
    }

    private static void SignIn(IServiceProvider services) =>
        ((IHostEnvironmentAuthenticationStateProvider)services.GetRequiredService<AuthenticationStateProvider>()).SetAuthenticationState(
            Task.FromResult(new AuthenticationState(
                new ClaimsPrincipal(new ClaimsIdentity([new Claim(GuideClaims.Session, "1")], "test")))));

    /// <summary>The page around the table.</summary>
    private sealed class Around : ComponentBase
    {
        [Parameter]
        public required Action<ResourceTable> Found { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<ResourceTable>(0);
            builder.AddComponentParameter(
                1, nameof(ResourceTable.Asked), new TableQuestion("/curate/resources", new Dictionary<string, string>()));
            builder.AddComponentReferenceCapture(2, table => Found((ResourceTable)table));
            builder.CloseComponent();
        }
    }
}
