using LlmGuide.Web;
using LlmGuide.Web.Cli;

return await CliCommands.RunAsync(args, settings => GuideSite.Build(settings));
