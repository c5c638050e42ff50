using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Reflection;

namespace BitbucketPS.Tests.Hosting;

/// <summary>
/// Select-Object -First, which the bare engine has not: it throws what the engine knows as the end of everything before it in the
/// pipeline.
/// </summary>
[Cmdlet("Take", "First")]
public sealed class TakeFirstCommand : PSCmdlet
{
    private int _taken;

    [Parameter(Position = 0)]
    public int Count { get; set; }

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    internal static void AddTo(ModuleRunspace module)
        => module.Run("Import-Module -Assembly $assembly", ("assembly", typeof(TakeFirstCommand).Assembly)).Clean();

    protected override void ProcessRecord()
    {
        WriteObject(InputObject);
        if (++_taken == Count)
        {
            throw Stop();
        }
    }

    private Exception Stop()
    {
        Type type = typeof(PSCmdlet).Assembly.GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!;
        ConstructorInfo constructor = type.GetConstructor([typeof(InternalCommand)])!;
        return (Exception)constructor.Invoke([this]);
    }
}
