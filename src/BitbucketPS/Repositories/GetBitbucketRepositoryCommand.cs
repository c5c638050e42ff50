using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets repositories: one by its name, or those of a workspace.
/// </summary>
/// <remarks>
/// <para>
/// A plain name is one request for one repository, and an error if it does not exist. A name with wildcards lists the
/// workspace and takes what matches. Without a name it lists the session's workspace, or gets the repository that the
/// current location is a git clone of. Any other workspace is listed by its name, even where the account's workspaces cannot be.
/// </para>
/// <para>
/// -Role hides repositories from tokens that may only read, even those that they can read; without it nothing is hidden.
/// </para>
/// </remarks>
/// <example>
/// <summary>Lists all repositories of a workspace that begin with "web".</summary>
/// <code>Get-BitbucketRepository demo/web*</code>
/// </example>
/// <example>
/// <summary>Gets one repository.</summary>
/// <code>Get-BitbucketRepository demo/website</code>
/// </example>
/// <example>
/// <summary>Lists the public repositories of a workspace, the last changed first, by a condition that the server checks.</summary>
/// <code>Get-BitbucketRepository -Workspace demo -Filter 'is_private = false' -Sort '-updated_on'</code>
/// </example>
/// <example>
/// <summary>Lists the private repositories of a project.</summary>
/// <code>Get-BitbucketRepository demo/* -Project WEB -IsPrivate</code>
/// </example>
/// <example>
/// <summary>Lists the branches of all repositories.</summary>
/// <code>Get-BitbucketRepository demo/* | Get-BitbucketBranch</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketRepository", SupportsPaging = true)]
[OutputType(typeof(Repository))]
[UsesOperation(nameof(RepositoryOperations.ListRepositories))]
[UsesOperation(nameof(RepositoryOperations.GetRepository))]
public sealed class GetBitbucketRepositoryCommand : BitbucketRepositoryCommand
{
    /// <summary>
    /// The repository: workspace/slug, a slug in the session's workspace, or an https or ssh address. The slug may have
    /// wildcards.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    /// <summary>The workspace to list; by default the session's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public string? Workspace { get; set; }

    /// <summary>A condition in Bitbucket's query language, such as project.key = "WEB"; the server checks it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Filter { get; set; }

    /// <summary>The field to sort by, such as name; a minus before it reverses the order, and needs quotes: '-updated_on'.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Sort { get; set; }

    /// <summary>Only repositories of the project with this key.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string? Project { get; set; }

    /// <summary>Only repositories that are marked with this programming language.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Language { get; set; }

    /// <summary>Only private repositories; -IsPrivate:$false for only public ones.</summary>
    [Parameter]
    public SwitchParameter IsPrivate { get; set; }

    /// <summary>Only repositories in which the account has this role. It hides repositories from tokens that may only read.</summary>
    [Parameter]
    [ValidateSet("admin", "contributor", "member", "owner")]
    public string? Role { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Repository, work =>
    {
        RepositoryIdentity? identity = Repository ?? ImpliedIdentity();
        RequireOneWorkspace(identity);
        string? filter = Conditions();
        if (identity is { IsPattern: false } && filter is null && Role is null)
        {
            RepositoryId repository = identity.Resolve(ActiveSession, Workspace);
            return new ListPaging(PagingParameters, work, isServers: true).Read(() => Client.Repositories.GetAsync(repository, StopToken));
        }

        (string workspace, string slug) = identity?.Split(ActiveSession, Workspace)
            ?? (Workspace ?? ActiveSession.RequireWorkspace("to list"), "*");
        return List(work, workspace, new(slug), filter);
    });

    private void RequireOneWorkspace(RepositoryIdentity? identity)
    {
        string? named = identity?.Split(ActiveSession, Workspace).Workspace;
        if (Workspace is not null && named is not null && !named.Equals(Workspace, StringComparison.OrdinalIgnoreCase))
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{identity}' is in the workspace '{named}', and -Workspace says '{Workspace}'.")
            {
                RecommendedAction = "Leave out -Workspace, or give the repository by its slug alone.",
            };
        }
    }

    // Nothing asked for and no workspace to list: then the clone that the person stands in.
    private RepositoryIdentity? ImpliedIdentity()
        => Workspace is null && ActiveSession.Workspace is null ? RepositoryIdentity.Default(ActiveSession, SessionState) : null;

    private string? Conditions() => QueryText.All(
        Filter,
        Project is { } project ? $"project.key = {QueryText.Quote(project.ToUpperInvariant())}" : null,
        Language is { } language ? $"language = {QueryText.Quote(language.ToLowerInvariant())}" : null,
        MyInvocation.BoundParameters.ContainsKey(nameof(IsPrivate)) ? $"is_private = {(IsPrivate ? "true" : "false")}" : null);

    private IAsyncEnumerable<object?> List(InputWork work, string workspace, NamePattern slug, string? filter)
    {
        ListPaging paging = new(PagingParameters, work, isServers: slug.IsEverything);
        RepositoryQuery query = new()
        {
            Filter = QueryText.All(filter, slug.Condition("slug")),
            Sort = Sort,
            Role = Role?.ToLowerInvariant(),
            Skip = paging.Skip,
            First = paging.First,
            Progress = work,
        };
        return paging.Read(
            Client.Repositories.ListAsync(workspace, query, StopToken),
            slug.IsEverything ? null : repository => slug.IsMatch(repository.Slug));
    }
}
