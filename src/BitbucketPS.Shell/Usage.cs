namespace BitbucketPS.Shell;

/// <summary>How the shell is used.</summary>
internal static class Usage
{
    // As command lines everywhere: 2 for a command line that cannot be understood.
    private const int WrongUsage = 2;

    private const string Text =
        """
        Runs BitbucketPS where only the .NET SDK is installed.

          dotnet run --project src/BitbucketPS.Shell                          what it does, against a sandbox
          dotnet run --project src/BitbucketPS.Shell -- FILE.ps1 [arguments]  runs a script
          dotnet run --project src/BitbucketPS.Shell -- -Command 'TEXT'       runs a command
          dotnet run --project src/BitbucketPS.Shell -- -Interactive          asks for commands

        It hosts the engine of PowerShell alone: ForEach-Object, Where-Object and Get-Help are there, while Select-Object,
        Format-Table, ConvertTo-Json and the like come with a whole PowerShell, into which you can import the same module:
        Import-Module ./BitbucketPS.psd1
        """;

    public static int Print()
    {
        Console.Out.WriteLine(Text);
        return 0;
    }

    public static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        Console.Error.WriteLine();
        Console.Error.WriteLine(Text);
        return WrongUsage;
    }
}
