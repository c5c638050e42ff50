using System.Collections.Concurrent;
using BitbucketPS.Profiles;
using BitbucketPS.SignIn.Profiles;
using BitbucketPS.SignIn.TestProcess;

namespace BitbucketPS.SignIn.Tests;

/// <summary>A store with what it said. Never over the keyring of who runs the tests.</summary>
internal sealed class OpenedStore
{
    public OpenedStore(TemporaryFolder folder, FakeSlots? keyring = null, bool requiresProtection = false, TimeProvider? clock = null)
    {
        ProfileStoreOptions options = new()
        {
            Directory = folder.Store,
            RequiresProtection = requiresProtection,
            Warn = Warnings.Enqueue,
            TimeProvider = clock ?? TimeProvider.System,
        };
        Store = ProfileStores.Open(options, _ => keyring);
    }

    public IProfileStore Store { get; }

    public ConcurrentQueue<string> Warnings { get; } = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Task SaveAsync(string name, int number = 1, bool makeDefault = false)
        => Store.SaveAsync(TestProfile.Make(name, number), makeDefault, Stop);

    /// <summary>The number of a profile; null where there is none.</summary>
    public async Task<int?> NumberOfAsync(string? name)
        => await Store.FindAsync(name, Stop) is SavedProfile profile ? TestProfile.NumberOf(profile) : null;

    /// <summary>Name, place, and a star at the default.</summary>
    public async Task<string> ListAsync()
        => string.Join(' ', (await Store.ListAsync(Stop)).Select(entry => $"{entry.Profile.Name}:{entry.Store}{(entry.IsDefault ? "*" : "")}"));

    public Task<bool> CountAsync(string name) => Store.UpdateAsync(name, TestProfile.Next, Stop);

    public Task<bool> RemoveAsync(string name) => Store.RemoveAsync(name, Stop);

    public Task<bool> SetDefaultAsync(string name) => Store.SetDefaultAsync(name, Stop);
}
