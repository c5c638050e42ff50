using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that compares commits, and is told how.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketDiffOptionsCommand : BitbucketDiffCommand
{
    private protected BitbucketDiffOptionsCommand()
    {
    }

    // None of these is for pull requests: the service has no parameters there.
    /// <summary>Compares only these files, and what lies below these directories.</summary>
    [Parameter(ParameterSetName = CommitSet)]
    [Parameter(ParameterSetName = RangeSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SourceCompleter))]
    public string[] Path { get; set; } = [];

    /// <summary>Takes lines that differ in white space alone for equal.</summary>
    [Parameter(ParameterSetName = CommitSet)]
    [Parameter(ParameterSetName = RangeSet)]
    public SwitchParameter IgnoreWhitespace { get; set; }

    /// <summary>Shows a file that was moved as one that is gone and one that is new.</summary>
    [Parameter(ParameterSetName = CommitSet)]
    [Parameter(ParameterSetName = RangeSet)]
    public SwitchParameter NoRenames { get; set; }

    /// <summary>
    /// Compares the two commits as they stand. By default -To is compared with the commit that both came from, which leaves out what
    /// happened on the side of -From since.
    /// </summary>
    [Parameter(ParameterSetName = RangeSet)]
    public SwitchParameter TwoDot { get; set; }

    /// <summary>How the commits are compared; to be called while the input is bound.</summary>
    private protected DiffOptions Options => new()
    {
        Paths = Path,
        IgnoresWhitespace = IgnoreWhitespace,
        FindsRenames = !NoRenames,
        IsTwoDot = TwoDot,
    };
}
