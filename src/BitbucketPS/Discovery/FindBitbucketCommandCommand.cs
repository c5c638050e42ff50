using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Finds commands by the operations of the API and by the scopes that they need, and the least scopes that a script needs.
/// </summary>
/// <remarks>
/// <para>
/// It needs no session and sends nothing. For each command it writes one object for each operation that the command may ask for. An
/// operation that no command is for is shown with Invoke-BitbucketRequest, which reaches all of them. OAuth consumers and access
/// tokens have other scopes (Scopes) than API tokens (ApiTokenScopes). Of the former some include others, such as pullrequest:write
/// both pullrequest and repository:write; of the latter none does, so that all have to be given.
/// </para>
/// <para>
/// With -Path or -ScriptBlock it reads a script without running it, and writes the least scopes for each kind of credential. Only
/// what the parameters of each call make possible is counted. Unjudged lists the calls that may need more: names and paths that are
/// found out only when the script runs, texts that become scripts, and other scripts. Parameters that are splatted count as if all
/// were given.
/// </para>
/// </remarks>
/// <example>
/// <summary>Shows what a command asks for, and the scopes that it needs.</summary>
/// <code>Find-BitbucketCommand New-BitbucketBranch</code>
/// </example>
/// <example>
/// <summary>Finds the command for a path of the API's documentation.</summary>
/// <code>Find-BitbucketCommand -Operation 'GET /repositories/{workspace}/{repo_slug}/refs/branches'</code>
/// </example>
/// <example>
/// <summary>Lists the commands that work with a credential that may only read repositories.</summary>
/// <code>Find-BitbucketCommand -Scope repository</code>
/// </example>
/// <example>
/// <summary>Shows the least scopes for what is about to be run.</summary>
/// <code>Find-BitbucketCommand -ScriptBlock { Get-BitbucketBranch acme/website old/* | Remove-BitbucketBranch }</code>
/// </example>
/// <example>
/// <summary>Shows the least scopes for each script of the repository that a build runs in, and what in them cannot be judged.</summary>
/// <code>Find-BitbucketCommand -Path $env:BITBUCKET_CLONE_DIR/*.ps1</code>
/// </example>
[Cmdlet(VerbsCommon.Find, "BitbucketCommand", DefaultParameterSetName = CommandSet)]
[OutputType(typeof(BitbucketCommandInfo), ParameterSetName = [CommandSet])]
[OutputType(typeof(ScriptScopes), ParameterSetName = [PathSet, ScriptBlockSet])]
public sealed class FindBitbucketCommandCommand : BitbucketBaseCommand
{
    private const string CommandSet = "Command";
    private const string PathSet = "Path";
    private const string ScriptBlockSet = "ScriptBlock";

    private bool _isTyped;

    /// <summary>The command, in which wildcards may stand; all commands by default.</summary>
    [Parameter(Position = 0, ParameterSetName = CommandSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CommandNameCompleter))]
    public string Name { get; set; } = "*";

    /// <summary>
    /// The operation: its name, in which wildcards may stand; or its path, with or without the method before it, as the
    /// documentation writes it or with real names in it.
    /// </summary>
    [Parameter(ParameterSetName = CommandSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OperationCompleter))]
    public string? Operation { get; set; }

    /// <summary>
    /// The scopes that a credential has, of either kind: the commands that work with these alone are written, with what they may ask for.
    /// Of a command of which a parameter needs more, that parameter's operation is left out.
    /// </summary>
    [Parameter(ParameterSetName = CommandSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AnyScopeCompleter))]
    public string[]? Scope { get; set; }

    /// <summary>The file of a script; wildcards may stand in it.</summary>
    [Parameter(ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The file of a script, whatever letters are in its name; what Get-ChildItem writes can be piped.</summary>
    [Parameter(ParameterSetName = PathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>A script.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ScriptBlockSet)]
    [ValidateNotNull]
    public ScriptBlock? ScriptBlock { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _isTyped = MyInvocation.BoundParameters.ContainsKey(nameof(Path)) || MyInvocation.BoundParameters.ContainsKey(nameof(LiteralPath));
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case PathSet:
                Array.ForEach(Patterns(), path => Run(path, () => ReadFiles(ScriptFiles.Resolve(this, path))));
                Array.ForEach(LiteralPath, path => Run(path, () => ReadFiles([ScriptFiles.ResolveLiteral(this, path)])));
                break;
            case ScriptBlockSet:
                WriteObject(ScriptReader.Read(ScriptBlock!.Ast, "", AliasOf));
                break;
            default:
                Run(target: null, () => WriteObject(CommandSearch.Find(Name, Operation, Scope), enumerateCollection: true));
                break;
        }
    }

    // Where an object is piped, the engine takes its text for -Path besides the property that it takes for -LiteralPath.
    private string[] Patterns() => LiteralPath.Length > 0 && !_isTyped ? [] : Path;

    private void ReadFiles(IReadOnlyList<string> files)
    {
        foreach (string file in files)
        {
            Run(file, () => WriteObject(ScriptReader.Read(ScriptFiles.Parse(file), file, AliasOf)));
        }
    }

    private string? AliasOf(string name)
        => InvokeCommand.GetCommand(name, CommandTypes.Alias) is AliasInfo alias ? alias.ResolvedCommand?.Name ?? alias.Definition : null;
}
