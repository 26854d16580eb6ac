using LlmGuide.Web;
using LlmGuide.Web.Commands;

return await Verbs.RunAsync(args, GuideSite.Build);
