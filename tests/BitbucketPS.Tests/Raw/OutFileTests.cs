using System.Management.Automation;
using System.Net;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Raw;

/// <summary>-OutFile writes a file whole or not at all, and goes through what passes.</summary>
public sealed class OutFileTests : IDisposable
{
    private const string Save = "Invoke-BitbucketRequest /2.0/x -OutFile $file -Session $session";

    private readonly ModuleRunspace _module = new();
    private readonly FakeClock _clock = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string FilePath => Path.Combine(_folder.FullName, "answer");

    [Fact]
    public async Task OutFile_BrokenOffOnce_IsAskedForAgainAndWhole()
    {
        int requests = 0;
        ScriptedServer server = new((_, _, _) => Task.FromResult(Body(++requests == 1
            ? new(["a longer beginning than the whole", "that breaks off"], _ => throw new HttpIOException(HttpRequestError.ResponseEnded))
            : new(["all ", "of it"], _ => Task.CompletedTask))));
        Connect(server);
        Task<ScriptResult> running = Task.Run(() => _module.Run(Save), TestContext.Current.CancellationToken);

        await _clock.WaitedAsync(wait => wait <= TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty((await running).Clean());
        Assert.Equal(2, requests);
        AssertFile("all of it");
    }

    [Fact]
    public async Task OutFile_StandsStill_EndsAndLeavesTheOldFile()
    {
        await File.WriteAllTextAsync(FilePath, "old", TestContext.Current.CancellationToken);
        Gate still = new(1);
        ScriptedServer server = new((_, _, _) => Task.FromResult(Body(new(["half"], async token =>
        {
            still.Come();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        }))));
        Connect(server, retries: 0);
        Task<ScriptResult> running = Task.Run(() => _module.Run(Save), TestContext.Current.CancellationToken);

        await still.Opened;
        _clock.Advance(TimeSpan.FromSeconds(100));

        Assert.StartsWith("Timeout,", (await running).SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
        AssertFile("old");
    }

    [Fact]
    public async Task OutFile_APieceBeforeEachLimit_MayTakeLonger()
    {
        int pieces = 0;
        ScriptedServer server = new((_, _, _) => Task.FromResult(Body(new(SlowPieces(), _ => Task.CompletedTask))));
        Connect(server, retries: 0);

        (await Task.Run(() => _module.Run(Save), TestContext.Current.CancellationToken)).Clean();

        AssertFile("01234");

        IEnumerable<string> SlowPieces()
        {
            while (pieces < 5)
            {
                _clock.Advance(TimeSpan.FromSeconds(90));
                yield return $"{pieces++}";
            }
        }
    }

    [Fact]
    public void OutFile_IsAFolder_IsAnErrorThatNamesIt()
    {
        Directory.CreateDirectory(FilePath);
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Json("{}")));
        Connect(server);

        ErrorRecord error = _module.Run(Save).SingleError;

        Assert.StartsWith("FileFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"'{FilePath}' cannot be written.", $"{error}", StringComparison.Ordinal);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void OutFile_CannotBeMade_SendsNothing()
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Json("{}")));
        Connect(server);
        _module.SetVariable("file", Path.Combine(_folder.FullName, "no-folder", "answer"));

        ErrorRecord error = _module.Run($"{Save} -Method POST").SingleError;

        Assert.StartsWith("FileFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    public void Dispose()
    {
        _module.Dispose();
        _folder.Delete(recursive: true);
    }

    private static HttpResponseMessage Body(PiecewiseContent content) => new(HttpStatusCode.OK) { Content = content };

    private void Connect(ScriptedServer server, int retries = 2)
    {
        server.Connect(_module, time: _clock, retries: retries);
        _module.SetVariable("file", FilePath);
    }

    private void AssertFile(string content)
    {
        Assert.Equal([FilePath], _folder.GetFiles().Select(file => file.FullName));
        Assert.Equal(content, File.ReadAllText(FilePath));
    }
}
