using LlmGuide.Web;
using LlmGuide.Web.Cli;

return await Verbs.RunAsync(args, settings => GuideSite.Build(settings));
