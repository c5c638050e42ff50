using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Discovery;

/// <summary>The files of scripts, however they are given.</summary>
public sealed class ScriptFilesTests : IDisposable
{
    private readonly ModuleRunspace _module = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task Script_Files_AreReadAndNeverRun()
    {
        await WriteAsync("clean.ps1", "throw 'It ran.'\nRemove-BitbucketBranch a/b c");
        await WriteAsync("list [1].ps1", "param($Repository)\nGet-BitbucketBranch $Repository");
        await WriteAsync("broken.ps1", "Get-BitbucketBranch (\nif {");
        _module.SetLocation(_folder.FullName);

        ScriptResult one = _module.Run("Find-BitbucketCommand -Path clean.ps1");
        ScriptResult all = _module.Run("Find-BitbucketCommand -Path *.ps1");
        ScriptResult piped = _module.Run(
            "[System.IO.DirectoryInfo]::new($folder).GetFiles('c*.ps1') | Find-BitbucketCommand", ("folder", _folder.FullName));

        Assert.Equal([Path.Combine(_folder.FullName, "clean.ps1")], one.Texts("Path"));
        Assert.Equal(["2"], _module.Run("(Find-BitbucketCommand -Path clean.ps1).Commands").Texts("Line"));
        Assert.Equal(["clean.ps1", "list [1].ps1"], all.Output.Select(item => Path.GetFileName($"{item.Properties["Path"].Value}")).Order(StringComparer.Ordinal));
        Assert.Contains("broken.ps1", $"{all.SingleError}", StringComparison.Ordinal);
        Assert.Contains("line 2", $"{all.SingleError}", StringComparison.Ordinal);
        Assert.Equal(one.Texts("Path"), piped.Texts("Path"));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ FullName = $file } | Find-BitbucketCommand")]
    [InlineData("[pscustomobject]@{ PSPath = \"Microsoft.PowerShell.Core\\FileSystem::$file\" } | Find-BitbucketCommand")]
    [InlineData("[System.IO.FileInfo]::new($file) | Find-BitbucketCommand")]
    [InlineData("Find-BitbucketCommand -LiteralPath $file")]
    [InlineData("Find-BitbucketCommand -LP '[x] ü#1.ps1'")]
    public async Task Script_FileWithWildcardsInItsName_IsReadAsItIs(string script)
    {
        string file = await WriteAsync("[x] ü#1.ps1", "Get-BitbucketBranch a/b");
        _module.SetLocation(_folder.FullName);

        Assert.Equal([file], _module.Run(script, ("file", file)).Texts("Path"));
    }

    [Theory]
    [InlineData("Find-BitbucketCommand -LiteralPath *.ps1")]
    [InlineData("Find-BitbucketCommand -LiteralPath nodrive:/x.ps1")]
    [InlineData("Find-BitbucketCommand -LiteralPath variable:PWD")]
    public void Script_LiteralPathOfNothing_IsOneError(string script)
        => Assert.StartsWith("NotFound,", _module.Run(script).SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);

    [Theory]
    [InlineData("Find-BitbucketCommand -Path $folder")]
    [InlineData("Find-BitbucketCommand -LiteralPath $folder")]
    public void Script_PathOfAFolder_SaysWhatToGive(string script)
    {
        ErrorRecord error = _module.Run(script, ("folder", _folder.FullName)).SingleError;

        Assert.StartsWith("InvalidArgument,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith("is a folder, and no script.", $"{error}", StringComparison.Ordinal);
        Assert.Contains("*.ps1", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _module.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<string> WriteAsync(string name, string script)
    {
        string file = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(file, script, TestContext.Current.CancellationToken);
        return file;
    }
}
