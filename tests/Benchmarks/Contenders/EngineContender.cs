using System.Management.Automation;

namespace BitbucketPS.Benchmarks.Contenders;

/// <summary>One that runs in PowerShell's engine.</summary>
internal abstract class EngineContender : Contender
{
    /// <summary>The name by which a pipeline calls <see cref="ReceiveArrivalCommand"/>.</summary>
    protected const string Receive = "Receive-Arrival";

    private Engine? _engine;

    /// <inheritdoc />
    public override string? Prepare(Uri server)
    {
        _engine = new(("Read-JsonPage", typeof(ReadJsonPageCommand)), (Receive, typeof(ReceiveArrivalCommand)));
        return null;
    }

    /// <inheritdoc />
    public override string NameOf(object branch) => (string)PSObject.AsPSObject(branch).Properties["Name"].Value;

    /// <summary>Runs a pipeline to its end.</summary>
    /// <exception cref="InvalidOperationException">It wrote an error: then its time says nothing.</exception>
    protected IReadOnlyList<PSObject> Invoke(Action<PowerShell> compose)
    {
        using PowerShell powershell = _engine!.CreatePipeline();
        compose(powershell);
        IReadOnlyList<PSObject> output = powershell.Invoke();
        return powershell.HadErrors && powershell.Streams.Error.FirstOrDefault() is { } error
            ? throw new InvalidOperationException($"The pipeline wrote an error: {error}")
            : output;
    }

    /// <inheritdoc />
    public override void Dispose() => _engine?.Dispose();
}
