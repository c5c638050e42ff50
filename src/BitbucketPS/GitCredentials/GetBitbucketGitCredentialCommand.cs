using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets the user name and password that git over HTTPS takes for this session.
/// </summary>
/// <remarks>
/// <para>
/// Git takes other user names than the API: x-token-auth for OAuth 2 and access tokens, x-bitbucket-api-token-auth for API
/// tokens. Tokens of OAuth 2 are renewed first if they are about to end, and are good for an hour or two: ask again rather than
/// keep them, and never put them into the address of a remote, where git would write them down.
/// </para>
/// <para>
/// With -AsHelperOutput it answers git's credential-helper protocol: pipe git's input to it. It answers nothing where git names
/// another server than the session's, or none, and nothing to store and erase.
/// </para>
/// </remarks>
/// <example>
/// <summary>Gets the credential of a session.</summary>
/// <code>Connect-Bitbucket -Sandbox -GrantType AuthorizationCode
/// Get-BitbucketGitCredential demo/website</code>
/// </example>
/// <example>
/// <summary>Lets git ask the module whenever it needs a password for Bitbucket; run once, in a shell.</summary>
/// <code>git config --global credential.https://bitbucket.org.helper '!pwsh -NoProfile -Command "Import-Module BitbucketPS; Connect-Bitbucket -Profile work 3>\$null; \$input | Get-BitbucketGitCredential -AsHelperOutput"'</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketGitCredential", DefaultParameterSetName = CredentialSet)]
[OutputType(typeof(PSCredential), ParameterSetName = [CredentialSet])]
[OutputType(typeof(string), ParameterSetName = [HelperSet])]
public sealed class GetBitbucketGitCredentialCommand : BitbucketCommand
{
    private const string CredentialSet = "Credential";
    private const string HelperSet = "Helper";

    // What git asks helpers for; the others tell them what became of it.
    private const string GetOperation = "get";

    private readonly GitCredentialRequest _request = new();

    /// <summary>The repository to clone or push; it has to lie on the session's server. The credential is the same for all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = CredentialSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public RepositoryIdentity? Repository { get; set; }

    /// <summary>Answers as a credential helper of git, in lines of text.</summary>
    [Parameter(Mandatory = true, ParameterSetName = HelperSet)]
    public SwitchParameter AsHelperOutput { get; set; }

    /// <summary>What git wants of its helper: get, store or erase. Git appends it to the helper's command.</summary>
    [Parameter(ValueFromRemainingArguments = true, ParameterSetName = HelperSet)]
    [ValidateNotNull]
    public string[] Operation { get; set; } = [GetOperation];

    /// <summary>What git writes to its helper: lines such as host=bitbucket.org.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = HelperSet)]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[] HelperInput { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName is HelperSet)
        {
            Array.ForEach(HelperInput, _request.Add);
            return;
        }

        Emit(Repository, work =>
        {
            work.Target = Repository?.Resolve(ActiveSession);
            return Results.One(async () =>
            {
                GitCredential credential = await GitCredential.OfAsync(ActiveSession, StopToken).ConfigureAwait(false);
                return new PSCredential(credential.UserName, Secret.Protect(credential.Password));
            });
        });
    }

    private protected override void FinishInput()
    {
        if (ParameterSetName is HelperSet && Operation is [GetOperation] && _request.IsFor(ActiveSession.SiteUri))
        {
            Emit(target: null, _ => HelperLinesAsync());
        }
    }

    private async IAsyncEnumerable<string> HelperLinesAsync()
    {
        foreach (string line in (await GitCredential.OfAsync(ActiveSession, StopToken).ConfigureAwait(false)).ToHelperLines())
        {
            yield return line;
        }
    }
}
