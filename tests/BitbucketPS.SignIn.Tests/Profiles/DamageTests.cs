using System.Text;
using BitbucketPS.SignIn.Profiles;
using BitbucketPS.SignIn.TestProcess;
using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.SignIn.Tests.Profiles;

/// <summary>Files that are not what was written, and files of a later version.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 18, 17, 51, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task NewestSlot_CutOffAnywhere_LeavesTheStateBefore()
    {
        byte[] newest = await SaveTwiceAsync();
        for (int length = 0; length < newest.Length; length++)
        {
            await File.WriteAllBytesAsync(_folder.File("profiles.b"), newest[..length], Stop);

            Assert.Equal(1, await Open().NumberOfAsync("one"));
        }
    }

    [Fact]
    public async Task NewestSlot_AnyByteChanged_LeavesTheStateBefore()
    {
        byte[] newest = await SaveTwiceAsync();
        for (int index = 0; index < newest.Length; index++)
        {
            // Not the version: a digit that grew there says that a later module wrote it.
            if (index == "BitbucketPS profiles ".Length)
            {
                continue;
            }

            byte[] changed = [.. newest];
            changed[index] ^= 1;
            await File.WriteAllBytesAsync(_folder.File("profiles.b"), changed, Stop);

            Assert.Equal(1, await Open().NumberOfAsync("one"));
        }
    }

    [Fact]
    public async Task OneSlot_Damaged_IsHealedByTheNextWriteSilently()
    {
        await SaveTwiceAsync();
        await File.WriteAllTextAsync(_folder.File("profiles.b"), "garbage", Stop);
        OpenedStore store = Open();

        await store.CountAsync("one");
        await File.WriteAllTextAsync(_folder.File("profiles.a"), "garbage", Stop);

        Assert.Equal(2, await store.NumberOfAsync("one"));
        Assert.Equal(["profiles.a", "profiles.b", "store.lock"], _folder.Names());
        Assert.Empty(store.Warnings);
    }

    [Fact]
    public async Task OnlySlot_CutOffAnywhere_IsSetAsideWhole()
    {
        await Open().SaveAsync("one", 1);
        byte[] only = await File.ReadAllBytesAsync(_folder.File("profiles.a"), Stop);
        for (int length = 0; length < only.Length; length++)
        {
            await File.WriteAllBytesAsync(_folder.File("profiles.a"), only[..length], Stop);

            BitbucketException e = await Failure.OfAsync(BitbucketErrorKind.ProfileStoreDamaged, Open().ListAsync);

            string aside = Assert.Single(Directory.GetFiles(_folder.Store, "*.damaged-*"));
            Assert.Contains(aside, e.Message, StringComparison.Ordinal);
            Assert.Equal(only[..length], await File.ReadAllBytesAsync(aside, Stop));
            Assert.Equal("", await Open().ListAsync());
            File.Delete(aside);
        }
    }

    [Theory]
    [InlineData("find")]
    [InlineData("update")]
    [InlineData("remove")]
    [InlineData("default")]
    public async Task BothSlots_Damaged_IsSaidOnceAndSetAside(string what)
    {
        Damage();

        BitbucketException e = await Failure.OfAsync(BitbucketErrorKind.ProfileStoreDamaged, () => DoAsync(Open(), what));

        Assert.Equal(
            $"The saved profiles were damaged. What is left of them was set aside as '{_folder.File("profiles.a.damaged-20261124T181751Z")}' "
            + $"and '{_folder.File("profiles.b.damaged-20261124T181751Z")}'. Sign in again with Connect-Bitbucket -Save.",
            e.Message);
        Assert.Equal("Ga", await File.ReadAllTextAsync(_folder.File("profiles.a.damaged-20261124T181751Z"), Stop));
        await DoAsync(Open(), what);
    }

    [Fact]
    public async Task BothSlots_Damaged_SavingSetsAsideWarnsAndSaves()
    {
        Damage();
        OpenedStore store = new(_folder, new FakeSlots(), clock: _clock);

        await store.SaveAsync("new", 5);

        Assert.Equal("new:Keyring*", await store.ListAsync());
        Assert.Contains("profiles.a.damaged-20261124T181751Z", Assert.Single(store.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_TwiceInOneSecond_OverwritesNothing()
    {
        for (int i = 0; i < 3; i++)
        {
            Damage();
            await Failure.OfAsync(BitbucketErrorKind.ProfileStoreDamaged, Open().ListAsync);
        }

        Assert.Equal(
            ["profiles.a.damaged-20261124T181751Z", "profiles.a.damaged-20261124T181751Z-2", "profiles.a.damaged-20261124T181751Z-3"],
            _folder.Names().Where(name => name!.StartsWith("profiles.a", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Keyring_Damaged_IsSetAsideUnderAnotherEntry()
    {
        FakeSlots keyring = new();
        await new OpenedStore(_folder, keyring).SaveAsync("one");
        keyring.Entries["a"] = [1, 2, 3];

        BitbucketException e = await Failure.OfAsync(
            BitbucketErrorKind.ProfileStoreDamaged, () => new OpenedStore(_folder, keyring, clock: _clock).NumberOfAsync("one"));

        Assert.Contains("entry a.damaged-20261124T181751Z", e.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], keyring.Entries["a.damaged-20261124T181751Z"]);
        Assert.False(keyring.Entries.ContainsKey("a"));
    }

    [Theory]
    [InlineData("BitbucketPS profiles 2 something else altogether")]
    [InlineData("BitbucketPS profiles 10 1 ABC\n{}")]
    public async Task NewerVersion_IsRefusedAndLeftAsItIs(string text)
    {
        await SaveTwiceAsync();
        await File.WriteAllTextAsync(_folder.File("profiles.b"), text, Stop);

        foreach (string what in new[] { "find", "update", "remove", "default", "save" })
        {
            BitbucketException e = await Failure.OfAsync(BitbucketErrorKind.ProfileStoreFailed, () => DoAsync(Open(), what));
            Assert.Contains("later version", e.Message, StringComparison.Ordinal);
            Assert.Equal("Update the module BitbucketPS.", e.RecommendedAction);
        }

        Assert.Equal(text, await File.ReadAllTextAsync(_folder.File("profiles.b"), Stop));
    }

    [Fact]
    public async Task WholeButNotUnderstood_IsOfALaterVersion()
    {
        byte[] image = SlotImage.Encode(1, new(null, [TestProfile.Make("one", 1)]));
        string text = Encoding.UTF8.GetString(image).Replace("\"OAuth2\"", "\"Passkey\"", StringComparison.Ordinal);
        string body = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        string sum = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes("1 1\n" + body)));
        _folder.Put("profiles.a", Encoding.UTF8.GetBytes($"BitbucketPS profiles 1 1 {sum}\n{body}"));

        await Failure.OfAsync(BitbucketErrorKind.ProfileStoreFailed, () => Open().SaveAsync("two"));
    }

    private static Task DoAsync(OpenedStore store, string what) => what switch
    {
        "find" => store.NumberOfAsync("one"),
        "update" => store.CountAsync("one"),
        "remove" => store.RemoveAsync("one"),
        "default" => store.SetDefaultAsync("one"),
        _ => store.SaveAsync("one"),
    };

    private OpenedStore Open() => new(_folder, clock: _clock);

    private async Task<byte[]> SaveTwiceAsync()
    {
        await Open().SaveAsync("one", 1);
        await Open().SaveAsync("one", 2);
        return await File.ReadAllBytesAsync(_folder.File("profiles.b"), Stop);
    }

    private void Damage()
    {
        _folder.Put("profiles.a", "Ga"u8);
        _folder.Put("profiles.b", "Gb"u8);
    }
}
