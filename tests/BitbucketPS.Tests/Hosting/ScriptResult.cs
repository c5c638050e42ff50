using System.Management.Automation;

namespace BitbucketPS.Tests.Hosting;

/// <summary>All that a script wrote, stream by stream.</summary>
internal sealed record ScriptResult(
    IReadOnlyList<PSObject> Output,
    IReadOnlyList<ErrorRecord> Errors,
    ErrorRecord? Terminating,
    IReadOnlyList<string> OtherStreams)
{
    /// <summary>The warnings alone.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What -Debug shows, alone.</summary>
    public IReadOnlyList<string> DebugLines { get; init; } = [];

    /// <summary>The one error, whether it ended the script or not.</summary>
    public ErrorRecord SingleError => Assert.Single(AllErrors);

    /// <summary>All errors.</summary>
    public IEnumerable<ErrorRecord> AllErrors => Terminating is null ? Errors : Errors.Append(Terminating);

    /// <summary>The output, once it is certain that there was no error.</summary>
    public IReadOnlyList<PSObject> Clean()
    {
        Assert.Equal([], AllErrors.Select(error => error.ToString()));
        return Output;
    }

    /// <summary>A property of each output, as text.</summary>
    public string[] Texts(string property)
        => [.. Clean().Select(item => item.Properties[property]?.Value?.ToString() ?? "")];
}
