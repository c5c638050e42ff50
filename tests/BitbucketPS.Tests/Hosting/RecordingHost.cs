using System.Globalization;
using System.Management.Automation.Host;

namespace BitbucketPS.Tests.Hosting;

/// <summary>A host without a person: it keeps what it is told to show, and has nobody to ask.</summary>
internal sealed class RecordingHost : PSHost
{
    public RecordingUserInterface Recorded { get; } = new();

    public override string Name => "Tests";

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => Recorded;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override void SetShouldExit(int exitCode) => throw new NotSupportedException("A test must not exit.");

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
        // Nothing of the test's is in the way of a program.
    }

    public override void NotifyEndApplication()
    {
        // Nothing to restore.
    }
}
