using BitbucketPS.Profiles;
using BitbucketPS.SignIn.TestProcess;

namespace BitbucketPS.SignIn.Tests.Profiles;

/// <summary>A keyring that is there, and one that is not, beside the plain file.</summary>
public sealed class PlacesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeSlots _keyring = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Keyring_Reached_KeepsAllAndWarnsOfNothing()
    {
        OpenedStore store = Open();
        await store.SaveAsync("one");
        await store.SaveAsync("two");
        await store.CountAsync("two");

        Assert.Equal("one:Keyring* two:Keyring", await store.ListAsync());
        Assert.Equal(["keyring.lock", "store.lock"], _folder.Names());
        Assert.Empty(store.Warnings);
    }

    [Fact]
    public async Task Keyring_Missing_WarnsOnceAndNamesTheFile()
    {
        _keyring.Obstacle = "there is no session";
        OpenedStore store = Open();
        await store.SaveAsync("one");
        await store.SaveAsync("two");
        await store.CountAsync("one");

        Assert.Equal("one:File* two:File", await store.ListAsync());
        Assert.Equal(
            $"The profile is saved in the plain files '{_folder.File("profiles.a")}' and '{_folder.File("profiles.b")}', which only you can read, "
            + "since no protected store can be reached: there is no session.",
            Assert.Single(store.Warnings));
    }

    [Fact]
    public async Task Keyring_ReachedLater_TakesASavedProfileOverAndLeavesNothingInTheFile()
    {
        _keyring.Obstacle = "gone";
        await Open().SaveAsync("one", 4711);
        await Open().SaveAsync("two", 2);
        _keyring.Obstacle = null;
        OpenedStore store = Open();
        Assert.Equal("one:File* two:File", await store.ListAsync());

        await store.SaveAsync("one", 4712);

        Assert.Equal("one:Keyring* two:File", await store.ListAsync());
        Assert.All(Directory.GetFiles(_folder.Store), file => Assert.DoesNotContain("4711", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.Empty(store.Warnings);
    }

    [Fact]
    public async Task Keyring_UsedAndNowMissing_SaysSoOnceAndFindsNothing()
    {
        await Open().SaveAsync("one");
        _keyring.Obstacle = "there is no session";
        OpenedStore store = Open();

        Assert.Null(await store.NumberOfAsync("one"));
        Assert.Equal("", await store.ListAsync());

        Assert.Equal("Profiles were saved in the keyring, and cannot be read now: there is no session.", Assert.Single(store.Warnings));
    }

    [Fact]
    public async Task Keyring_UsedAndNowMissing_DoesNotSayThatAProfileIsGone()
    {
        await Open().SaveAsync("one");
        _keyring.Obstacle = "there is no session";

        BitbucketException e = await Failure.OfAsync(BitbucketErrorKind.ProfileStoreFailed, () => Open().CountAsync("one"));

        Assert.Contains("there is no session", e.Message, StringComparison.Ordinal);
        await Failure.OfAsync(BitbucketErrorKind.ProfileStoreFailed, () => Open().RemoveAsync("one"));
        await Failure.OfAsync(BitbucketErrorKind.ProfileStoreFailed, () => Open().SetDefaultAsync("one"));
    }

    [Fact]
    public async Task Keyring_LockedDuringARenewal_IsAnErrorAndNoRemovedProfile()
    {
        await Open().SaveAsync("one", 1);
        ProfileTokenStore tokens = new(Open().Store, "one", "sign-in");
        Assert.NotNull(await tokens.ReadAsync(TestContext.Current.CancellationToken));

        _keyring.IsLocked = true;

        await Failure.OfAsync(BitbucketErrorKind.ProfileStoreFailed, () => tokens.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Keyring_LockedAndReadsAsEmpty_IsNotWrittenOver()
    {
        await Open().SaveAsync("one", 1);
        _keyring.IsLocked = true;
        OpenedStore store = Open();

        Assert.Null(await store.NumberOfAsync("one"));
        await store.SaveAsync("two", 2);

        _keyring.IsLocked = false;
        Assert.Equal("one:Keyring* two:File", await Open().ListAsync());
        Assert.Equal(2, store.Warnings.Count);
    }

    [Fact]
    public async Task Update_GoesWhereTheProfileCameFrom()
    {
        _keyring.Obstacle = "gone";
        await Open().SaveAsync("file", 1);
        _keyring.Obstacle = null;
        await Open().SaveAsync("keyring", 1);

        Assert.True(await Open().CountAsync("file"));
        Assert.True(await Open().CountAsync("keyring"));

        Assert.Equal("file:File* keyring:Keyring", await Open().ListAsync());
        Assert.Equal(2, await Open().NumberOfAsync("file"));
        Assert.Equal(2, await Open().NumberOfAsync("keyring"));
    }

    [Fact]
    public async Task SameNameInBoth_TheKeyringsIsTaken_AndBothAreRemoved()
    {
        await Open().SaveAsync("one", 1);
        _keyring.Obstacle = "gone";
        await Open().SaveAsync("one", 2);
        Assert.Equal(2, await Open().NumberOfAsync("one"));
        _keyring.Obstacle = null;

        Assert.Equal("one:Keyring*", await Open().ListAsync());
        Assert.Equal(1, await Open().NumberOfAsync("one"));
        Assert.True(await Open().RemoveAsync("one"));

        Assert.Equal("", await Open().ListAsync());
        Assert.Null(await Open().NumberOfAsync(null));
    }

    [Fact]
    public async Task Default_OfTheFile_TakesTheKeyringsPlace()
    {
        await Open().SaveAsync("keyring", 1);
        _keyring.Obstacle = "gone";
        await Open().SaveAsync("file", 2);
        _keyring.Obstacle = null;
        Assert.Equal(1, await Open().NumberOfAsync(null));

        Assert.True(await Open().SetDefaultAsync("file"));
        Assert.Equal(2, await Open().NumberOfAsync(null));

        Assert.True(await Open().SetDefaultAsync("keyring"));
        Assert.Equal(1, await Open().NumberOfAsync(null));

        Assert.True(await Open().RemoveAsync("keyring"));
        Assert.Null(await Open().NumberOfAsync(null));
    }

    [Fact]
    public async Task RequiresProtection_NoKeyring_RefusesAll()
    {
        _keyring.Obstacle = "there is no session";
        OpenedStore store = Open(requiresProtection: true);

        BitbucketException e = await Failure.OfAsync(BitbucketErrorKind.ProtectedStoreRequired, () => store.SaveAsync("one"));

        Assert.Contains("there is no session", e.Message, StringComparison.Ordinal);
        Assert.NotNull(e.RecommendedAction);
        await Failure.OfAsync(BitbucketErrorKind.ProtectedStoreRequired, () => store.NumberOfAsync("one"));
        await Failure.OfAsync(BitbucketErrorKind.ProtectedStoreRequired, store.ListAsync);
        await Failure.OfAsync(BitbucketErrorKind.ProtectedStoreRequired, () => store.CountAsync("one"));
        Assert.False(File.Exists(_folder.File("profiles.a")));
    }

    [Fact]
    public async Task RequiresProtection_PlainFileThere_IsLeftAlone()
    {
        _keyring.Obstacle = "gone";
        await Open().SaveAsync("one", 1);
        byte[] before = await File.ReadAllBytesAsync(_folder.File("profiles.a"), Stop);
        _keyring.Obstacle = null;
        OpenedStore store = Open(requiresProtection: true);

        Assert.Null(await store.NumberOfAsync("one"));
        await store.SaveAsync("one", 2);

        Assert.Equal(2, await store.NumberOfAsync("one"));
        Assert.Contains("left alone", Assert.Single(store.Warnings), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.File("profiles.a"), Stop));
    }

    [Fact]
    public async Task Texts_ShowNoSecret()
    {
        _keyring.Obstacle = "gone";
        OpenedStore store = Open();
        await store.SaveAsync("one", 4711);

        Assert.All(await store.Store.ListAsync(Stop), entry => Assert.DoesNotContain("a4711.", entry.ToString(), StringComparison.Ordinal));
        Assert.All(store.Warnings, warning => Assert.DoesNotContain("4711", warning, StringComparison.Ordinal));
        Assert.Equal(4711, TestProfile.NumberOf((await store.Store.FindAsync("one", Stop))!));
    }

    private OpenedStore Open(bool requiresProtection = false) => new(_folder, _keyring, requiresProtection);
}
