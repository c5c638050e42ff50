namespace BitbucketPS.SignIn.Tests.Profiles;

/// <summary>A real keyring: GNOME's, on a bus of its own, with a home of its own (Linux).</summary>
public sealed class KeyringTests : IDisposable
{
    // A home for the keyring, and then the process that uses it. Without a display nobody can be asked for a password. The daemon goes on
    // in the background: who asks before it is there makes the bus start another, which is locked.
    private const string WithKeyring = """
        export HOME="$1" XDG_RUNTIME_DIR="$1" XDG_DATA_HOME="$1/data" && unset DISPLAY WAYLAND_DISPLAY && shift
        printf pw | gnome-keyring-daemon --unlock --components=secrets >"$HOME/daemon" 2>&1
        until_says() { answer="boolean $1" tries=0 && shift; until dbus-send --session --print-reply "$@" 2>&1 | grep -q "$answer" || [ $((tries += 1)) -gt 500 ]; do :; done; }
        until_says true --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets
        until_says false --dest=org.freedesktop.secrets /org/freedesktop/secrets/collection/login org.freedesktop.DBus.Properties.Get \
            string:org.freedesktop.Secret.Collection string:Locked
        "$@" >&3
        """;

    // What the bus starts, such as another daemon, prints where the bus does: apart from the answers.
    private const string WithBus = """
        exec 3>&1 >"$1/bus"
        exec dbus-run-session -- sh -c "$0" sh "$@"
        """;

    private const string Lock = "shell dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets "
        + "org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login";

    private const string Unlock = "shell printf pw | gnome-keyring-daemon --replace --unlock --components=secrets";

    private static readonly string[] s_needed = ["/usr/bin/dbus-run-session", "/usr/bin/dbus-send", "/usr/bin/gnome-keyring-daemon"];

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _home = new();

    public KeyringTests()
    {
        Assert.SkipUnless(s_needed.All(File.Exists), "GNOME's keyring and D-Bus are not installed.");
        Directory.CreateDirectory(_home.Store);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _home.Dispose();
    }

    [Fact]
    public async Task Unlocked_KeepsAllThereAndNothingInFiles()
    {
        using StoreProcess process = Start("--protected");

        Assert.Equal("ok", await process.AskAsync("list"));
        Assert.Equal("ok", await process.AskAsync("save Work 3 20000"));
        Assert.Equal("ok", await process.AskAsync("save other 4 50"));
        Assert.Equal("ok", await process.AskAsync("count other 5"));
        Assert.Equal("ok other:Keyring Work:Keyring:default", await process.AskAsync("list"));
        Assert.Equal("ok other 9", await process.AskAsync("find OTHER"));
        Assert.Equal("ok Work 3", await process.AskAsync("find"));
        Assert.Equal("ok", await process.AskAsync("saves x 3 100"));
        Assert.Equal("ok", await process.AskAsync("removes x 3"));
        Assert.Equal("ok other:Keyring Work:Keyring:default", await process.AskAsync("list"));
        await process.EndAsync();
        Assert.Equal(["keyring.lock", "profiles.keyring"], _folder.Names());
    }

    [Fact]
    public async Task Locked_NobodyThere_SavesInTheFileAndKeepsWhatTheKeyringHas()
    {
        using StoreProcess process = Start("--platform");
        Assert.Equal("ok", await process.AskAsync("save one 1 50"));
        Assert.Equal("ok 0", await process.AskAsync(Lock));

        Assert.Equal("ok none", await process.AskAsync("find one"));
        Assert.Equal("ok", await process.AskAsync("save two 2 50"));
        Assert.Equal("ok two:File:default", await process.AskAsync("list"));
        Assert.Equal(
            "error ProfileStoreFailed Profile 'one' is not in the plain file, and the keyring that may hold it cannot be reached: it is locked.",
            await process.AskAsync("count one 1"));

        Assert.Equal("ok 0", await process.AskAsync(Unlock));

        // A process of its own, since libsecret holds on to the daemon that was replaced.
        string list = $"echo list | dotnet {typeof(TestProcess.Program).Assembly.Location} {_folder.Store} --platform";
        Assert.Equal("ok 0", await process.AskAsync($"shell {list} | grep -x 'ok one:Keyring:default two:File'"));
        await process.EndAsync();
    }

    [Fact]
    public async Task Locked_ProtectionRequired_RefusesAll()
    {
        using StoreProcess process = Start("--protected");
        Assert.Equal("ok 0", await process.AskAsync(Lock));

        Assert.Equal(
            "error ProtectedStoreRequired A protected store is required, and there is none that can be reached: it is locked.",
            await process.AskAsync("save one 1 50"));
        await process.EndAsync();
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public async Task BusWithoutAKeyring_SavesInTheFile()
    {
        using StoreProcess process = new([_folder.Store, "--platform"], ["dbus-run-session", "--config-file", BusWithoutServices(), "--"]);

        await process.TellAsync("save one 1 50");
        Assert.EndsWith("since no protected store can be reached: no keyring is running.", await process.HearAsync(), StringComparison.Ordinal);
        Assert.Equal("ok", await process.HearAsync());
        Assert.Equal("ok one:File:default", await process.AskAsync("list"));
        await process.EndAsync();
    }

    [Fact]
    public async Task Damaged_IsSetAsideInTheKeyring()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/secret-tool"), "secret-tool is not installed.");
        using StoreProcess process = Start("--protected");
        string entry = $"bitbucketps-folder {_folder.Store} bitbucketps-slot";
        Assert.Equal("ok", await process.AskAsync("save one 1 50"));
        Assert.Equal("ok 0", await process.AskAsync($"shell printf R2FyYmFnZQ== | secret-tool store --label=x {entry} a"));

        Assert.StartsWith("error ProfileStoreDamaged ", await process.AskAsync("find one"), StringComparison.Ordinal);
        Assert.Equal("ok none", await process.AskAsync("find one"));
        Assert.Equal("ok 0", await process.AskAsync("shell secret-tool search --all bitbucketps-slot a 2>/dev/null | grep -c . | grep -qx 0"));
        Assert.Equal("ok 0", await process.AskAsync($"shell secret-tool search --all bitbucketps-folder {_folder.Store} 2>&1 | grep damaged-"));
        await process.EndAsync();
    }

    private StoreProcess Start(string mode)
        => new([_folder.Store, mode], ["sh", "-c", WithBus, WithKeyring, _home.Store]);

    private string BusWithoutServices()
    {
        string file = _home.File("bus.conf");
        File.WriteAllText(file, $"""
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>unix:dir={_home.Store}</listen>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """);
        return file;
    }
}
