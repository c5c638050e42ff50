using BitbucketPS.Profiles;
using BitbucketPS.SignIn.Profiles;
using BitbucketPS.SignIn.TestProcess;

namespace BitbucketPS.SignIn.Tests.Profiles;

/// <summary>What a store promises, over a plain file.</summary>
public sealed class ContractTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly OpenedStore _store;

    public ContractTests()
    {
        _store = new(_folder);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_Saved_NothingIsMade()
    {
        Assert.Equal("", await _store.ListAsync());
        Assert.Null(await _store.NumberOfAsync(null));
        Assert.Null(await _store.NumberOfAsync("work"));
        Assert.False(await _store.CountAsync("work"));
        Assert.False(await _store.RemoveAsync("work"));
        Assert.False(await _store.SetDefaultAsync("work"));

        Assert.False(Directory.Exists(_folder.Store));
        Assert.Empty(_store.Warnings);
    }

    [Theory]
    [MemberData(nameof(Credentials))]
    public async Task Save_EveryKindOfCredential_ComesBackAsItWas(string kind, SavedCredential credential)
    {
        SavedProfile profile = new()
        {
            Name = kind,
            BaseUri = new("https://api.example.com/"),
            SiteUri = new("https://example.com/"),
            Workspace = "acme",
            Repository = "acme/käse",
            Account = "Jörg \"J\" 😀",
            CredentialKind = kind,
            SavedOn = new(2026, 11, 24, 18, 17, 51, TimeSpan.FromHours(2)),
            Credential = credential,
        };

        await _store.Store.SaveAsync(profile, makeDefault: false, Stop);

        SavedProfile? found = await new OpenedStore(_folder).Store.FindAsync(kind, Stop);
        Assert.Equivalent(profile, found, strict: true);
        Assert.IsType(credential.GetType(), found!.Credential);
    }

    public static TheoryData<string, SavedCredential> Credentials() => new()
    {
        { "access", new SavedAccessToken { Token = "t" } },
        { "api", new SavedApiToken { Email = "e@example.com", Token = new string('x', 300_000) } },
        { "oauth1", new SavedOAuth1 { ConsumerKey = "k", ConsumerSecret = "s", Token = "t", TokenSecret = "ts", PrivateKeyPath = "/key" } },
        { "oauth2", TestProfile.Make("any", 7, 4096).Credential },
    };

    [Fact]
    public async Task Save_SameNameInAnotherCase_Replaces()
    {
        await _store.SaveAsync("Work", 1);
        await _store.SaveAsync("WORK", 2);

        Assert.Equal("WORK:File*", await _store.ListAsync());
        Assert.Equal(2, await _store.NumberOfAsync("work"));
    }

    [Fact]
    public async Task List_IsByName()
    {
        foreach (string name in new[] { "b", "C", "a", "Ä", "日本" })
        {
            await _store.SaveAsync(name);
        }

        Assert.Equal("a:File b:File* C:File Ä:File 日本:File", await _store.ListAsync());
    }

    [Fact]
    public async Task Default_FirstSaved_UntilAnotherIsChosenOrItIsRemoved()
    {
        await _store.SaveAsync("one", 1);
        await _store.SaveAsync("two", 2);
        Assert.Equal(1, await _store.NumberOfAsync(null));

        Assert.True(await _store.SetDefaultAsync("TWO"));
        Assert.Equal(2, await _store.NumberOfAsync(null));

        await _store.SaveAsync("three", 3, makeDefault: true);
        Assert.Equal(3, await _store.NumberOfAsync(null));

        Assert.True(await _store.RemoveAsync("three"));
        Assert.Null(await _store.NumberOfAsync(null));
        await _store.SaveAsync("four", 4);
        Assert.Equal("four:File one:File two:File", await _store.ListAsync());
    }

    [Fact]
    public async Task Default_SavedAgain_StaysIt()
    {
        await _store.SaveAsync("one", 1);
        await _store.SaveAsync("One", 2);

        Assert.Equal(2, await _store.NumberOfAsync(null));
    }

    [Fact]
    public async Task Default_AllRemoved_TheNextFirstOneIsIt()
    {
        await _store.SaveAsync("one");
        await _store.RemoveAsync("one");
        await _store.SaveAsync("two");

        Assert.Equal("two:File*", await _store.ListAsync());
    }

    [Fact]
    public async Task SetDefault_NoSuchProfile_ChangesNothing()
    {
        await _store.SaveAsync("one");

        Assert.False(await _store.SetDefaultAsync("two"));
        Assert.Equal("one:File*", await _store.ListAsync());
    }

    [Fact]
    public async Task Remove_LeavesNoCredentialInAnyFile()
    {
        await _store.SaveAsync("keep", 1);
        await _store.SaveAsync("gone", 4711);

        Assert.True(await _store.RemoveAsync("Gone"));

        foreach (string file in Directory.GetFiles(_folder.Store))
        {
            Assert.DoesNotContain("4711", await File.ReadAllTextAsync(file, Stop), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Update_OtherName_IsRefused()
    {
        await _store.SaveAsync("one", 1);

        await Failure.OfAsync(
            BitbucketErrorKind.InvalidArgument, () => _store.Store.UpdateAsync("one", _ => TestProfile.Make("two", 2), Stop));

        Assert.Equal("one:File*", await _store.ListAsync());
    }

    [Fact]
    public async Task Update_ChangeThrows_LeavesAllAsItWas()
    {
        await _store.SaveAsync("one", 1);

        await Assert.ThrowsAsync<KilledException>(() => _store.Store.UpdateAsync("one", _ => throw new KilledException(), Stop));

        Assert.Equal(1, await _store.NumberOfAsync("one"));
        Assert.True(await _store.CountAsync("one"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    [InlineData("a\u0085")]
    [InlineData("a\ud800")]
    public async Task Name_ThatCannotBeOne_IsRefused(string name)
    {
        await Failure.OfAsync(BitbucketErrorKind.InvalidArgument, () => _store.SaveAsync(name));
        await Failure.OfAsync(BitbucketErrorKind.InvalidArgument, () => _store.NumberOfAsync(name));
        await Failure.OfAsync(BitbucketErrorKind.InvalidArgument, () => _store.RemoveAsync(name));
        await Failure.OfAsync(BitbucketErrorKind.InvalidArgument, () => _store.Store.LockAsync(name, Stop));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/b\\c:d*?\"<>|")]
    [InlineData(" ")]
    [InlineData("CON")]
    [InlineData("😀")]
    public async Task Name_AnyText_IsOne(string name)
    {
        await _store.SaveAsync(name, 5);
        await using IAsyncDisposable held = await _store.Store.LockAsync(name, Stop);

        Assert.Equal(5, await _store.NumberOfAsync(name));
        Assert.All(_folder.Names(), file => Assert.Matches("^(profiles\\.[ab]|store\\.lock|profile-[0-9A-F]{32}\\.lock)$", file));
    }

    [Fact]
    public async Task Name_LongerThan100_IsRefused()
    {
        await _store.SaveAsync(new string('x', 100));

        await Failure.OfAsync(BitbucketErrorKind.InvalidArgument, () => _store.SaveAsync(new string('x', 101)));
    }

    [Fact]
    public void Folder_ThatIsNoFullPath_IsRefused()
    {
        BitbucketException e = Assert.Throws<BitbucketException>(() => ProfileStores.Open(new() { Directory = "here" }));

        Assert.Equal(BitbucketErrorKind.InvalidArgument, e.Kind);
    }
}
