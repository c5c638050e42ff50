namespace BitbucketPS.Benchmarks;

/// <summary>The manifest of a module that has nothing in it.</summary>
internal sealed class EmptyManifest : IDisposable
{
    private const string Text = "@{ ModuleVersion = '1.0'; CmdletsToExport = @(); FunctionsToExport = @(); VariablesToExport = @(); AliasesToExport = @() }";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public EmptyManifest()
    {
        File = Path.Combine(_folder.FullName, "Empty.psd1");
        System.IO.File.WriteAllText(File, Text);
    }

    /// <summary>Where it is.</summary>
    public string File { get; }

    /// <summary>Deletes it.</summary>
    public void Dispose() => _folder.Delete(recursive: true);
}
