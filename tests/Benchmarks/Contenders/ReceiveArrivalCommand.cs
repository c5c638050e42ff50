using System.Management.Automation;

namespace BitbucketPS.Benchmarks.Contenders;

/// <summary>The cheapest end that a pipeline can have: compiled, and keeping nothing.</summary>
[Cmdlet(VerbsCommunications.Receive, "Arrival")]
public sealed class ReceiveArrivalCommand : PSCmdlet
{
    /// <summary>Where arrivals are counted: an <see cref="Benchmarks.Contenders.Arrivals"/>.</summary>
    [Parameter(Mandatory = true)]
    public object? Arrivals { get; set; }

    /// <summary>What arrives.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => ((Arrivals)Arrivals!).Take(InputObject!);
}
