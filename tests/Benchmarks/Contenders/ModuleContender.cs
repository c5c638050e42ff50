using System.Management.Automation;

namespace BitbucketPS.Benchmarks.Contenders;

/// <summary>The module, imported and signed in as by a user.</summary>
/// <param name="throttleLimit">Requests at once; null for the module's own limit.</param>
internal sealed class ModuleContender(int? throttleLimit) : EngineContender
{
    private const string Throttle = "ThrottleLimit";
    private const string Script = $"$count = 0; Get-BitbucketBranch {Repository} | ForEach-Object {{ $count++ }}; $count";

    /// <inheritdoc />
    public override string? Prepare(Uri server)
    {
        base.Prepare(server);
        Invoke(powershell => powershell.AddCommand("Import-Module").AddParameter("Name", Checkout.Manifest));
        if (throttleLimit is not null && !CanThrottle())
        {
            return $"Connect-Bitbucket has no -{Throttle}";
        }

        Invoke(powershell =>
        {
            powershell.AddCommand("Connect-Bitbucket").AddParameter("AccessToken", Token).AddParameter("BaseUri", server);
            if (throttleLimit is not null)
            {
                powershell.AddParameter(Throttle, throttleLimit);
            }
        });
        return null;
    }

    /// <inheritdoc />
    public override Task RunAsync(Job job, Arrivals arrivals)
    {
        switch (job)
        {
            case Job.Branches:
                Invoke(powershell => powershell
                    .AddCommand("Get-BitbucketBranch").AddArgument(Repository)
                    .AddCommand(Receive).AddParameter("Arrivals", arrivals));
                break;
            case Job.Everything:
                Invoke(powershell => powershell
                    .AddCommand("Get-BitbucketRepository").AddArgument($"{Workspace}/*")
                    .AddCommand("Get-BitbucketBranch")
                    .AddCommand(Receive).AddParameter("Arrivals", arrivals));
                break;
            default:
                arrivals.Take((int)Invoke(powershell => powershell.AddScript(Script)).Single().BaseObject);
                break;
        }

        return Task.CompletedTask;
    }

    private bool CanThrottle()
        => Invoke(powershell => powershell.AddCommand("Get-Command").AddArgument("Connect-Bitbucket"))
            .Any(command => ((CommandInfo)command.BaseObject).Parameters.ContainsKey(Throttle));
}
