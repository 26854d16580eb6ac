using LlmGuide.Web.Caching.Nodes;
using LlmGuide.Web.Shared.Jobs;

using StackExchange.Redis;

namespace LlmGuide.Web.Settings;

/// <summary>Where several processes that serve one guide meet.</summary>
internal static class NodeSettings
{
    private const string Key = "Redis";

    /// <exception cref="StartUpException">It is no address.</exception>
    public static void AddOtherNodes(this WebApplicationBuilder builder)
    {
        var redis = Read(builder.Configuration);
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

    /// <exception cref="StartUpException">It is no address.</exception>
    public static ConfigurationOptions? Read(IConfiguration settings)
    {
        if (settings[Key] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            var options = ConfigurationOptions.Parse(value);
            return options.EndPoints.Count > 0 ? options : throw Wrong(value);
        }
        catch (ArgumentException)
        {
            throw Wrong(value);
        }
    }

    private static StartUpException Wrong(string value) =>
        StartUpException.Setting(
            Key, value, "an address such as localhost:6379, with options of StackExchange.Redis after commas");
}
