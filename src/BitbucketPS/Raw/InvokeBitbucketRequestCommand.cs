using System.Management.Automation;
using System.Text.Json;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Sends any request to the API, signed by the session.
/// </summary>
/// <remarks>
/// <para>
/// The path lies under /2.0, unless it begins with a version of its own, such as /1.0/groups. In it, {workspace} and
/// {repo_slug} stand for the session's workspace and repository, or for those of -Workspace and -Repository. A whole
/// address is taken too, as answers have them in their links, if it leads to the session's server.
/// </para>
/// <para>
/// JSON becomes objects. Dates stay texts. An object in which two names differ in case alone, as the names of branches may,
/// becomes an ordered dictionary. With -All the items of all pages are written as one stream;
/// -First and -Skip take a part of it.
/// </para>
/// </remarks>
/// <example>
/// <summary>Shows the account that is signed in.</summary>
/// <code>Invoke-BitbucketRequest /user</code>
/// </example>
/// <example>
/// <summary>Lists all branches whose names hold "login", as the API describes them.</summary>
/// <code>Invoke-BitbucketRequest '/repositories/{workspace}/{repo_slug}/refs/branches?q=name~"login"' -Repository demo/website -All</code>
/// </example>
/// <example>
/// <summary>Counts the branches of each repository.</summary>
/// <code>Get-BitbucketRepository demo/* | Invoke-BitbucketRequest '/repositories/{workspace}/{repo_slug}/refs/branches' | ForEach-Object size</code>
/// </example>
/// <example>
/// <summary>Makes a branch.</summary>
/// <code>Invoke-BitbucketRequest /repositories/demo/api/refs/branches -Method POST -Body @{ name = 'feature/x'; target = @{ hash = 'main' } }</code>
/// </example>
/// <example>
/// <summary>Lists branches as API 1.0 did: one object with a property for each.</summary>
/// <code>Invoke-BitbucketRequest /1.0/repositories/demo/api/branches</code>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "BitbucketRequest", SupportsShouldProcess = true, SupportsPaging = true, DefaultParameterSetName = AnswerSet)]
[OutputType(typeof(PSObject), typeof(string))]
public sealed class InvokeBitbucketRequestCommand : BitbucketRepositoryCommand
{
    private const string AnswerSet = "Answer";
    private const string AllSet = "All";
    private const string FileSet = "File";

    // The engine adds them to all sets.
    private static readonly string[] s_paging = ["First", "Skip", "IncludeTotalCount"];

    /// <summary>The path, with its query if it has one; or a whole address on the session's server.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The HTTP method.</summary>
    [Parameter(Position = 1, ParameterSetName = AnswerSet)]
    [Parameter(Position = 1, ParameterSetName = FileSet)]
    [ValidateSet("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS")]
    public string Method { get; set; } = "GET";

    /// <summary>The body: a hash table or another object, sent as JSON; or text or bytes, sent as they are.</summary>
    [Parameter(ParameterSetName = AnswerSet)]
    [Parameter(ParameterSetName = FileSet)]
    public object? Body { get; set; }

    /// <summary>The media type of the body.</summary>
    [Parameter(ParameterSetName = AnswerSet)]
    [Parameter(ParameterSetName = FileSet)]
    [ValidateNotNullOrEmpty]
    public string ContentType { get; set; } = "application/json";

    /// <summary>The repository that {workspace} and {repo_slug} stand for.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    /// <summary>The workspace that {workspace} stands for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public string? Workspace { get; set; }

    /// <summary>Follows the pages, and writes the items of all of them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AllSet)]
    public SwitchParameter All { get; set; }

    /// <summary>Writes the answer as text, just as it came; with -All, each item as one line of JSON.</summary>
    [Parameter(ParameterSetName = AnswerSet)]
    [Parameter(ParameterSetName = AllSet)]
    public SwitchParameter Raw { get; set; }

    /// <summary>Writes the answer to a file, byte by byte; one that is there is replaced once the answer is complete.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FileSet)]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    private bool ChangesNothing => Method.ToUpperInvariant() is "GET" or "HEAD";

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (!All && s_paging.FirstOrDefault(MyInvocation.BoundParameters.ContainsKey) is { } parameter)
        {
            RunOrThrow(target: null, () => throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"-{parameter} takes a part of a list, and only -All reads one.")
            {
                RecommendedAction = "Add -All, or say in the query of the path what the server is to send.",
            });
        }
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        // Two answers for one file: the last input's is the one that stays.
        if (OutFile is not null)
        {
            InTurn(Path, Save);
        }
        else if (ChangesNothing)
        {
            Emit(Path, Send);
        }
        else
        {
            Change(Path, Send);
        }
    }

    private RawRequest RequestOf(InputWork work)
    {
        string path = FillPath();
        work.Target = path;
        return new(new(Method.ToUpperInvariant()), path);
    }

    private string FillPath() => PathPlaceholders.Fill(
        Path,
        ResolveRepository,
        () => Workspace ?? (Repository is null ? ActiveSession.Workspace : null) ?? ResolveRepository().Workspace);

    private IAsyncEnumerable<object?> Send(InputWork work)
    {
        RawRequest request = RequestOf(work);
        return All ? List(work, request) : AnswerAsync(work, request with { Content = RequestBody.Make(Body, ContentType) });
    }

    private IAsyncEnumerable<object?> List(InputWork work, RawRequest request)
    {
        ListPaging paging = new(PagingParameters, work, isServers: true);
        ListOptions options = new() { Skip = paging.Skip, First = paging.First, Progress = work };
        return paging.Read(ItemsAsync(request, options));
    }

    private async IAsyncEnumerable<object> ItemsAsync(RawRequest request, ListOptions options)
    {
        await foreach (JsonElement? item in Client.Raw.ListAsync(request, options, StopToken).ConfigureAwait(false))
        {
            yield return Raw ? item!.Value.GetRawText() : JsonToObject.Convert(item!.Value)!;
        }
    }

    private async IAsyncEnumerable<object?> AnswerAsync(InputWork work, RawRequest request)
    {
        if (!ChangesNothing && !await work.AskAsync(request.Path, request.Method.Method).ConfigureAwait(false))
        {
            yield break;
        }

        RawAnswer answer = await Client.Raw.ReadTextAsync(request, StopToken).ConfigureAwait(false);
        if (answer.Text.Length > 0)
        {
            yield return Raw ? answer.Text : AnswerText.Parse(answer);
        }
    }

    private IAsyncEnumerable<object?> Save(InputWork work)
        => SaveAsync(work, RequestOf(work) with { Content = RequestBody.Make(Body, ContentType) }, LocalPath.Of(this, OutFile!));

    private async IAsyncEnumerable<object?> SaveAsync(InputWork work, RawRequest request, string path)
    {
        bool agreed = (ChangesNothing || await work.AskAsync(request.Path, request.Method.Method).ConfigureAwait(false))
            && await work.AskAsync(path, "Write file").ConfigureAwait(false);
        if (agreed)
        {
            await OutputFile.WriteAsync(path, file => Client.Raw.CopyToAsync(request, file, StopToken)).ConfigureAwait(false);
        }

        yield break;
    }
}
