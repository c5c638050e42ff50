using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets the members of a workspace.
/// </summary>
/// <remarks>
/// A UUID or an account id is one request for one member, and an error if nobody like that is one. A name, in which wildcards may
/// stand, is compared with the display names and nicknames of all members: the service itself looks up no names.
/// </remarks>
/// <example>
/// <summary>Lists all members.</summary>
/// <code>Get-BitbucketWorkspaceMember demo</code>
/// </example>
/// <example>
/// <summary>Lists the members whose names begin with an a.</summary>
/// <code>Get-BitbucketWorkspaceMember demo a*</code>
/// </example>
/// <example>
/// <summary>Gets the accounts of all members.</summary>
/// <code>Get-BitbucketWorkspaceMember demo | Get-BitbucketUser</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketWorkspaceMember", SupportsPaging = true)]
[OutputType(typeof(WorkspaceMember))]
[UsesOperation(nameof(WorkspaceOperations.ListWorkspaceMembers))]
[UsesOperation(nameof(WorkspaceOperations.GetWorkspaceMember))]
[UsesOperation(nameof(UserOperations.GetCurrentUser))]
public sealed class GetBitbucketWorkspaceMemberCommand : BitbucketWorkspaceCommand
{
    private UserFinder? _finder;

    /// <summary>The member: a UUID, an account id, me, or a display name or nickname, in which wildcards may stand. All by default.</summary>
    [Parameter(Position = 1)]
    [UserTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public string Member { get; set; } = "*";

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Workspace, work =>
    {
        string workspace = ResolveWorkspace();
        work.Target = workspace;
        NamePattern name = new(Member);
        if (name.HasWildcards)
        {
            return List(work, workspace, name);
        }

        string text = name.Literal;
        work.Target = $"{workspace}/{text}";
        _finder ??= new(Client, ActiveSession);
        return new ListPaging(PagingParameters, work, isServers: true).Read(() => FindAsync(_finder, workspace, text));
    });

    private async Task<WorkspaceMember> FindAsync(UserFinder finder, string workspace, string text)
    {
        string member = UserAddress.IsAccountId(text)
            ? text
            : UserAddress.Of(await finder.FindAsync(workspace, text, StopToken).ConfigureAwait(false)) ?? text;
        return await Client.Workspaces.GetMemberAsync(workspace, member, StopToken).ConfigureAwait(false);
    }

    private IAsyncEnumerable<object?> List(InputWork work, string workspace, NamePattern name)
    {
        ListPaging paging = new(PagingParameters, work, isServers: name.IsEverything);
        ListOptions options = new() { Skip = paging.Skip, First = paging.First, Progress = work };
        return paging.Read(
            Client.Workspaces.ListMembersAsync(workspace, options, StopToken),
            name.IsEverything ? null : member => name.IsMatch(member.User?.DisplayName ?? "") || name.IsMatch(member.User?.Nickname ?? ""));
    }
}
