using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets workspaces: those that the account belongs to, or one by its slug.
/// </summary>
/// <remarks>
/// <para>
/// Without a name, or with wildcards, the workspaces of the signed-in account are listed. Of each the service says little more than
/// its slug there, and whether the account administers it. A plain slug is one request for one workspace with all that is known of
/// it, and an error if it does not exist; the account need not belong to it.
/// </para>
/// <para>
/// Where a credential cannot list workspaces, as that of a repository cannot, name the workspace.
/// </para>
/// </remarks>
/// <example>
/// <summary>Lists the workspaces of the account.</summary>
/// <code>Get-BitbucketWorkspace</code>
/// </example>
/// <example>
/// <summary>Gets one workspace.</summary>
/// <code>Get-BitbucketWorkspace demo</code>
/// </example>
/// <example>
/// <summary>Lists the projects of all workspaces that the account administers.</summary>
/// <code>Get-BitbucketWorkspace -Administrator | Get-BitbucketProject</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketWorkspace", SupportsPaging = true)]
[OutputType(typeof(Workspace))]
[UsesOperation(nameof(WorkspaceOperations.ListUserWorkspaces))]
[UsesOperation(nameof(WorkspaceOperations.GetWorkspace))]
public sealed class GetBitbucketWorkspaceCommand : BitbucketWorkspaceCommand
{
    /// <summary>The workspace: its slug, in which wildcards may stand, or its UUID in braces. All of the account's by default.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [WorkspaceTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public override string? Workspace { get; set; }

    /// <summary>Only workspaces that the account administers; -Administrator:$false for the others.</summary>
    [Parameter]
    public SwitchParameter Administrator { get; set; }

    /// <summary>The field to sort by, such as workspace.slug; a minus before it reverses the order, and needs quotes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Sort { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Workspace, work =>
    {
        string text = Workspace ?? "*";
        NamePattern slug = new(text);
        bool? isAdministrator = MyInvocation.BoundParameters.ContainsKey(nameof(Administrator)) ? Administrator.IsPresent : null;
        if (slug.HasWildcards || isAdministrator is not null)
        {
            return List(work, slug, isAdministrator, Sort);
        }

        work.Target = text;
        return new ListPaging(PagingParameters, work, isServers: true).Read(() => Client.Workspaces.GetAsync(text, StopToken));
    });

    private IAsyncEnumerable<object?> List(InputWork work, NamePattern slug, bool? isAdministrator, string? sort)
    {
        ListPaging paging = new(PagingParameters, work, isServers: slug.IsEverything);
        WorkspaceQuery query = new()
        {
            IsAdministrator = isAdministrator,
            Sort = sort,
            Skip = paging.Skip,
            First = paging.First,
            Progress = work,
        };
        return paging.Read(
            Client.Workspaces.ListAsync(query, StopToken),
            slug.IsEverything ? null : workspace => slug.IsMatch(workspace.Slug) || slug.IsMatch(workspace.Uuid ?? ""));
    }
}
