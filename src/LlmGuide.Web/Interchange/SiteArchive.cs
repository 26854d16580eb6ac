using LlmGuide.Core;
using LlmGuide.Core.Interchange.Copies;
using LlmGuide.Web.Shared;

using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Interchange;

/// <summary>
/// The copy of the site as a file of this process: made once for each state of the content, by one at a time, and whole or not at all.
/// </summary>
internal sealed class SiteArchive(ContentStateQuery states, SiteCopy copy, SiteAddress address, IOptions<SiteOptions> site) : IDisposable
{
    /// <summary>So often it is begun again when somebody edited the content meanwhile.</summary>
    private const int Tries = 5;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("llmguide-site-");

    /// <returns>The file and the state that it is of.</returns>
    /// <exception cref="BusyException">The content is edited without a pause.</exception>
    /// <exception cref="IOException">There is no room for it; nothing is left.</exception>
    public async Task<(string File, string State)> GetAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var before = await states.RunAsync(cancellationToken);
            for (var tries = 0; tries < Tries; tries++)
            {
                var file = Path.Combine(_folder.FullName, before + ".zip");
                if (File.Exists(file))
                {
                    return (file, before);
                }

                var after = await MakeAsync(before, file, cancellationToken);
                if (after == before)
                {
                    return (file, before);
                }

                before = after;
            }

            throw new BusyException();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <returns>The state once it was written: when that is another, parts of it may be of either, and it is no file.</returns>
    private async Task<string> MakeAsync(string state, string file, CancellationToken cancellationToken)
    {
        var unfinished = file + ".part";
        try
        {
            await using (var output = File.Create(unfinished))
            {
                await copy.WriteAsync(output, site.Value.Title, address.Of, cancellationToken);
            }

            var after = await states.RunAsync(cancellationToken);
            if (after == state)
            {
                // Whoever is still reading an older one reads on: on Unix a file goes when its last reader does.
                foreach (var old in _folder.EnumerateFiles("*.zip"))
                {
                    old.Delete();
                }

                File.Move(unfinished, file);
            }

            return after;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
