using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets an account: the signed-in one, or another.
/// </summary>
/// <remarks>
/// <para>
/// Tokens of repositories, projects and workspaces stand for no person, and may not read the signed-in account.
/// </para>
/// <para>
/// The service finds accounts by UUID and by account id, not by user name. A display name or nickname is looked up among the
/// members of the workspace, and must be that of one member only.
/// </para>
/// </remarks>
/// <example>
/// <summary>Gets the signed-in account.</summary>
/// <code>Get-BitbucketUser</code>
/// </example>
/// <example>
/// <summary>Gets the accounts of all members of a workspace.</summary>
/// <code>Get-BitbucketWorkspaceMember demo | Get-BitbucketUser</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketUser")]
[OutputType(typeof(User))]
[UsesOperation(nameof(UserOperations.GetCurrentUser), Without = nameof(User))]
[UsesOperation(nameof(UserOperations.GetUser), With = nameof(User))]
[UsesOperation(nameof(WorkspaceOperations.ListWorkspaceMembers), With = nameof(Workspace))]
public sealed class GetBitbucketUserCommand : BitbucketCommand
{
    private UserFinder? _finder;

    /// <summary>
    /// The account: a UUID, an account id, me, or a display name or nickname that one member of the workspace has. Members,
    /// accounts and participants that are piped stand for themselves.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [UserTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public string? User { get; set; }

    /// <summary>The workspace whose members a name is looked up among; by default the session's.</summary>
    [Parameter]
    [WorkspaceTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public string? Workspace { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(User, _ =>
    {
        string? user = User;
        if (user is null || UserAddress.IsMe(user))
        {
            return Results.One(CurrentAsync);
        }

        if (UserAddress.TryUuid(user, out string? uuid) || UserAddress.IsAccountId(user))
        {
            return Results.One(() => Client.Users.GetAsync(uuid ?? user, StopToken));
        }

        string workspace = Workspace ?? ActiveSession.RequireWorkspace($"to look up '{user}' in");
        _finder ??= new(Client, ActiveSession);
        return Results.One(() => FindAsync(_finder, workspace, user));
    });

    private async Task<User> CurrentAsync()
    {
        try
        {
            return await Client.Users.GetCurrentAsync(StopToken).ConfigureAwait(false);
        }
        catch (BitbucketApiException e) when (e.Kind is BitbucketErrorKind.Forbidden && !e.RequiredScopes.Except(e.GrantedScopes, StringComparer.Ordinal).Any())
        {
            throw new BitbucketException(BitbucketErrorKind.Forbidden, "This credential may not read the signed-in account.", e)
            {
                RecommendedAction = "A token of a repository, a project or a workspace stands for no person. Sign in with an API token or through the browser, or give -User.",
            };
        }
    }

    private async Task<User> FindAsync(UserFinder finder, string workspace, string user)
    {
        Account account = await finder.FindAsync(workspace, user, StopToken).ConfigureAwait(false);
        return await Client.Users.GetAsync(UserAddress.Of(account) ?? user, StopToken).ConfigureAwait(false);
    }
}
