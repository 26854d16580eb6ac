using LlmGuide.Benchmarks;

// dotnet run -c Release --project tests/LlmGuide.Benchmarks -- [pages] [growth] [boards] [search] [members] [startup] [talk] [posts]
// [links] [hostile] [--resources N] [--comments N] (for search) [--keep FOLDER] (what is searched stays there, and on PostgreSQL in
// databases of that name, for the next time) [--members N] (the crowd of the part "members") [--postgres CONNECTION] (an empty database,
// where that part is run once more) [--seconds N] [--rounds N] [--warm-up SECONDS] [--site FOLDER] (a folder with the published site,
// instead of publishing it) All on loopback, one thing at a time, and it ends by itself. Look at the ratios: the absolute numbers are
// the machine's.
if (args is ["raw", var kind, var answer, var port])
{
    return await RawServer.RunAsync(kind, answer, port);
}

var settings = Settings.Read(args);
using var work = new WorkFolder(settings.Site);
if (settings.Wants("pages"))
{
    await PageBenchmark.RunAsync(work, settings);
}

if (settings.Wants("growth"))
{
    await GrowthBenchmark.RunAsync(work, settings);
}

if (settings.Wants("boards"))
{
    await BoardsBenchmark.RunAsync(work, settings);
}

if (settings.Wants("search"))
{
    await SearchBenchmark.RunAsync(work, settings);
}

if (settings.Wants("members"))
{
    await MembersBenchmark.RunAsync(work, settings);
}

if (settings.Wants("startup"))
{
    await StartUpBenchmark.RunAsync(work, settings);
}

if (settings.Wants("talk") || settings.Wants("posts"))
{
    await TalkBenchmark.RunAsync(work, settings);
}

if (settings.Wants("links"))
{
    await LinksBenchmark.RunAsync(work);
}

if (settings.Wants("hostile"))
{
    await HostileBenchmark.RunAsync(work);
}

return 0;
