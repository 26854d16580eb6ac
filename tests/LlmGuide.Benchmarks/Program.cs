using LlmGuide.Benchmarks;

// dotnet run -c Release --project tests/LlmGuide.Benchmarks -- [pages] [growth] [startup] [talk] [--seconds N] [--rounds N]
// All on loopback, one thing at a time, and it ends by itself. Look at the ratios: the absolute numbers are the machine's.
if (args is ["limit", var body, var encoding, var port])
{
    return await RawServer.RunAsync(body, encoding, port);
}

using var work = new WorkFolder();
var settings = Settings.Read(args);
if (settings.Wants("pages"))
{
    await PageBenchmark.RunAsync(work, settings);
}

if (settings.Wants("growth"))
{
    await GrowthBenchmark.RunAsync(work, settings);
}

if (settings.Wants("startup"))
{
    await StartUpBenchmark.RunAsync(work, settings);
}

if (settings.Wants("talk"))
{
    await TalkBenchmark.RunAsync(work, settings);
}

return 0;
