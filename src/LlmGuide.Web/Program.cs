using LlmGuide.Web;
using LlmGuide.Web.Commands;

return await Verbs.RunAsync(args, settings => GuideSite.Build(settings));
