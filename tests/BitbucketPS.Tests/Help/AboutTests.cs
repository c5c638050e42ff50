using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Help;

/// <summary>The topics about the module as a whole: Get-Help finds them where the module is installed.</summary>
public sealed class AboutTests
{
    [Fact]
    public async Task Topics_OfAnInstalledModule_AreFound()
    {
        DirectoryInfo modules = Directory.CreateTempSubdirectory("modules-");
        Directory.CreateSymbolicLink(Path.Combine(modules.FullName, "BitbucketPS"), Checkout.Root);

        (_, string output, string errors) = await ShellProcess.RunAsync(
            ["-Command", "Get-Help about_BitbucketPS*"], environment: ("PSModulePath", modules.FullName));
        modules.Delete(recursive: true);

        Assert.All(
            ["about_BitbucketPS ", "about_BitbucketPS_Paging", "about_BitbucketPS_Errors", "about_BitbucketPS_Pipelines"],
            topic => Assert.True(output.Contains(topic, StringComparison.Ordinal), $"{topic} is not in\n{output}\n{errors}"));
    }

    [Fact]
    public void Topics_Commands_AreThoseOfTheModule()
    {
        using ModuleRunspace module = new();
        string[] known = [.. module.Run("Get-Command -Module BitbucketPS | ForEach-Object Name").Clean().Select(name => $"{name}")];

        Assert.All(Directory.GetFiles(Folder, "about_*.help.txt"), file =>
        {
            string[] words = File.ReadAllText(file).Split([' ', '\n', '(', ')', ',', ';', ':', '.'], StringSplitOptions.RemoveEmptyEntries);
            Assert.All(words.Where(word => word.Contains("-Bitbucket", StringComparison.Ordinal) && char.IsAsciiLetterUpper(word[0])), word => Assert.Contains(word, known));
            Assert.All(File.ReadLines(file), line => Assert.True(line.Length <= 80, line));
        });
    }

    private static string Folder => Path.Combine(Checkout.Root, "module", "en-US");
}
