using LlmGuide.Web.Caching.Nodes;
using LlmGuide.Web.Shared.Jobs;
using LlmGuide.Web.Shared.Sections;

namespace LlmGuide.Web.Settings;

/// <summary>Where several processes that serve one guide meet.</summary>
internal static class NodeSettings
{
    public static void AddOtherNodes(this WebApplicationBuilder builder)
    {
        var redis = builder.AddSection<NodeOptions>("").Address;
        builder.Services.AddSingleton(services => new NodeBus(redis, services.GetRequiredService<TimeProvider>()));
        if (redis is not null)
        {
            builder.Services.AddJob<NodeBus>(
                "Listening to the other nodes", TimeSpan.FromSeconds(1), (nodes, _) =>
                {
                    nodes.Beat();
                    return Task.CompletedTask;
                }, first: TimeSpan.Zero);
        }
    }
}
