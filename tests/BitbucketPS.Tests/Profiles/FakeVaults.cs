using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Profiles;

/// <summary>A folder of a test's own with a stand-in for SecretManagement in it, and the vaults that it has.</summary>
internal sealed class FakeVaults : IDisposable
{
    private const string ModuleName = "Microsoft.PowerShell.SecretManagement";

    private readonly string _folder = Directory.CreateTempSubdirectory("BitbucketPS-vaults-").FullName;

    public FakeVaults(params string[] names)
    {
        string source = Path.Combine(Checkout.Root, "tests", "BitbucketPS.Tests", "Profiles", $"{ModuleName}.psm1");
        File.Copy(source, ModulePath);
        foreach (string name in names.DefaultIfEmpty("Personal"))
        {
            Directory.CreateDirectory(Folder(name));
        }
    }

    /// <summary>Who called what: the command, the thread, the runspace.</summary>
    public string[] Calls => File.Exists(CallsPath) ? File.ReadAllLines(CallsPath) : [];

    private string ModulePath => Path.Combine(_folder, $"{ModuleName}.psm1");

    private string CallsPath => Path.Combine(_folder, "calls.log");

    /// <summary>A runspace with both modules.</summary>
    public ModuleRunspace Open()
    {
        ModuleRunspace module = new();
        module.Run("Import-Module $vaults -ErrorAction Stop", ("vaults", ModulePath)).Clean();
        return module;
    }

    /// <summary>What a vault holds.</summary>
    public IReadOnlyDictionary<string, string> Secrets(string vault = "Personal")
        => Directory.GetFiles(Folder(vault), "*.secret").ToDictionary(
            file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal);

    /// <summary>Puts a secret there past everybody.</summary>
    public void Put(string secret, string text, string vault = "Personal") => File.WriteAllText(Path.Combine(Folder(vault), $"{secret}.secret"), text);

    /// <summary>Has a command of a vault do something wrong from here on: <c>fail</c>, <c>locked</c>, <c>slow</c>, <c>forget</c>.</summary>
    public void Break(string command, string how, string vault = "Personal") => File.WriteAllText(Path.Combine(Folder(vault), $"{command}.{how}"), "");

    public void Mend(string command, string how, string vault = "Personal") => File.Delete(Path.Combine(Folder(vault), $"{command}.{how}"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Folder(string vault) => Path.Combine(_folder, "vaults", vault);
}
