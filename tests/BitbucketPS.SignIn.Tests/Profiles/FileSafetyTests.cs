using System.Runtime.Versioning;

namespace BitbucketPS.SignIn.Tests.Profiles;

/// <summary>Who may read and write the files (Unix).</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FileSafetyTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();

    public FileSafetyTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes of files.");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Files_AreTheOwnersAlone()
    {
        OpenedStore store = new(_folder);
        await store.SaveAsync("one");
        await store.SaveAsync("two");
        await using IAsyncDisposable held = await store.Store.LockAsync("one", Stop);

        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.Store));
        Assert.All(Directory.GetFiles(_folder.Store), file => Assert.Equal(OwnerOnly, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task File_OthersCanRead_IsTakenFromThemWithAWarning()
    {
        await new OpenedStore(_folder).SaveAsync("one", 3);
        string file = _folder.File("profiles.a");
        File.SetUnixFileMode(file, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        OpenedStore store = new(_folder);

        Assert.Equal(3, await store.NumberOfAsync("one"));
        Assert.Equal(3, await store.NumberOfAsync("one"));

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(file));
        Assert.Equal(
            $"Others could read the saved profiles in '{file}', and can no more. If somebody may have read them, revoke their tokens.",
            Assert.Single(store.Warnings));
    }

    [Fact]
    public async Task File_OthersCanWrite_IsRefused()
    {
        await new OpenedStore(_folder).SaveAsync("one");
        File.SetUnixFileMode(_folder.File("profiles.a"), OwnerOnly | UnixFileMode.OtherWrite);
        OpenedStore store = new(_folder);

        BitbucketException e = await Failure.OfAsync(BitbucketErrorKind.ProfileStoreFailed, store.ListAsync);

        Assert.Contains("Others can write", e.Message, StringComparison.Ordinal);
        await Failure.OfAsync(BitbucketErrorKind.ProfileStoreFailed, () => store.SaveAsync("two"));
    }

    [Fact]
    public async Task Folder_OthersCanWrite_IsRefused()
    {
        await new OpenedStore(_folder).SaveAsync("one");
        File.SetUnixFileMode(_folder.Store, OwnerOnly | UnixFileMode.UserExecute | UnixFileMode.GroupWrite);
        OpenedStore store = new(_folder);

        BitbucketException e = await Failure.OfAsync(BitbucketErrorKind.ProfileStoreFailed, store.ListAsync);

        Assert.Contains("chmod go-w", e.RecommendedAction, StringComparison.Ordinal);
        await Failure.OfAsync(BitbucketErrorKind.ProfileStoreFailed, () => store.SaveAsync("two"));
        await Failure.OfAsync(BitbucketErrorKind.ProfileStoreFailed, () => store.Store.LockAsync("one", Stop));
    }

    [Theory]
    [InlineData("profiles.a")]
    [InlineData("profiles.b")]
    [InlineData("store.lock")]
    public async Task File_SymbolicLink_IsRefusedAndNotFollowed(string name)
    {
        await new OpenedStore(_folder).SaveAsync("one");
        string target = _folder.File("elsewhere");
        File.Delete(_folder.File(name));
        File.CreateSymbolicLink(_folder.File(name), target);

        BitbucketException e = await Failure.OfAsync(BitbucketErrorKind.ProfileStoreFailed, () => new OpenedStore(_folder).SaveAsync("two"));

        Assert.Contains("symbolic link", e.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(target));
    }

    [Fact]
    public async Task LeftoverOfAKilledWrite_SymbolicLink_IsReplacedAndNotFollowed()
    {
        await new OpenedStore(_folder).SaveAsync("one");
        string target = _folder.File("elsewhere");
        File.CreateSymbolicLink(_folder.File("profiles.b.new"), target);

        await new OpenedStore(_folder).SaveAsync("two");

        Assert.False(File.Exists(target));
        Assert.Equal(["profiles.a", "profiles.b", "store.lock"], _folder.Names());
    }

    [Fact]
    public async Task Folder_IsAFile_IsSaid()
    {
        await File.WriteAllTextAsync(_folder.Store, "", Stop);

        await Failure.OfAsync(BitbucketErrorKind.ProfileStoreFailed, () => new OpenedStore(_folder).SaveAsync("one"));
    }
}
