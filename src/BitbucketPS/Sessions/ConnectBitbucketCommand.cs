using System.Management.Automation;
using System.Security;
using BitbucketPS.Authorization;
using BitbucketPS.Http;
using BitbucketPS.Signing;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Signs in to Bitbucket and opens the session that all other cmdlets share.
/// </summary>
/// <remarks>
/// <para>
/// Sign in with an access token of a repository, project or workspace (-AccessToken), with an API token of your Atlassian
/// account (-ApiToken), with an OAuth 1.0a consumer (-OAuth1 -Consumer), or try things out in a Bitbucket on your own machine
/// (-Sandbox).
/// </para>
/// <para>
/// With OAuth 1.0a the command gets a request token, opens the authorisation page in a browser, listens on the callback for
/// the verifier, exchanges it for an access token, and signs every later request. The browser is the command in the
/// environment variable BROWSER if that is set, else the system's. Bitbucket Cloud itself stopped accepting OAuth 1 in 2026:
/// this is for self-hosted and compatible servers, and for the sandbox.
/// </para>
/// <para>
/// The session belongs to this runspace and is kept in memory only. A credential goes to the server of -BaseUri and nowhere
/// else, over https, or to this machine.
/// </para>
/// </remarks>
/// <example>
/// <summary>Tries things out in a sandbox.</summary>
/// <code>Connect-Bitbucket -Sandbox
/// Get-BitbucketBranch demo/api</code>
/// </example>
/// <example>
/// <summary>Signs in with an API token. The user name is the e-mail address of the Atlassian account.</summary>
/// <code>Connect-Bitbucket -ApiToken (Get-Credential ada@example.org) -Workspace acme</code>
/// </example>
/// <example>
/// <summary>Signs in with an access token, as a build job has it.</summary>
/// <code>Connect-Bitbucket -AccessToken $env:BITBUCKET_ACCESS_TOKEN -Repository acme/website</code>
/// </example>
/// <example>
/// <summary>Signs in to a compatible server as a person, with an OAuth 1.0a consumer: user name and password are its key and secret.</summary>
/// <code>$consumer = Get-Credential -Message 'Key and secret of the OAuth consumer'
/// Connect-Bitbucket -OAuth1 -Consumer $consumer -BaseUri https://git.example.org</code>
/// </example>
[Cmdlet(VerbsCommunications.Connect, "Bitbucket", DefaultParameterSetName = UndecidedSet)]
[OutputType(typeof(BitbucketSession))]
public sealed class ConnectBitbucketCommand : BitbucketBaseCommand
{
    private const string UndecidedSet = "Undecided";
    private const string AccessTokenSet = "AccessToken";
    private const string ApiTokenSet = "ApiToken";
    private const string OAuth1Set = "OAuth1";
    private const string SandboxSet = "Sandbox";

    private RepositoryId? _repository;

    /// <summary>An access token of a repository, project or workspace, or one of OAuth 2; a SecureString, or plain text.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AccessTokenSet)]
    [SecretTransformation]
    [ValidateNotNull]
    public SecureString? AccessToken { get; set; }

    /// <summary>An API token: the user name is the e-mail address of the Atlassian account, the password is the token.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ApiTokenSet)]
    [Credential]
    [ValidateNotNull]
    public PSCredential? ApiToken { get; set; }

    /// <summary>Signs in with OAuth 1.0a.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OAuth1Set)]
    public SwitchParameter OAuth1 { get; set; }

    /// <summary>The OAuth consumer: the user name is its key, the password is its secret.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OAuth1Set)]
    [Credential]
    [ValidateNotNull]
    public PSCredential? Consumer { get; set; }

    /// <summary>How requests are signed.</summary>
    [Parameter(ParameterSetName = OAuth1Set)]
    public OAuth1SignatureMethod SignatureMethod { get; set; } = OAuth1SignatureMethod.HmacSha1;

    /// <summary>The file of the RSA private key (PEM, not encrypted), for the methods RsaSha1 and RsaSha256.</summary>
    [Parameter(ParameterSetName = OAuth1Set)]
    [ValidateNotNullOrEmpty]
    public string? PrivateKeyPath { get; set; }

    /// <summary>Signs with the consumer alone, without a person.</summary>
    [Parameter(ParameterSetName = OAuth1Set)]
    public SwitchParameter TwoLegged { get; set; }

    /// <summary>An access token from an earlier sign-in: the user name is the token, the password is its secret.</summary>
    [Parameter(ParameterSetName = OAuth1Set)]
    [Credential]
    [ValidateNotNull]
    public PSCredential? Token { get; set; }

    /// <summary>
    /// Where the server sends the person afterwards: an http address of this machine, where port 0 is any free one, or oob,
    /// to be asked for the code that the page shows.
    /// </summary>
    [Parameter(ParameterSetName = OAuth1Set)]
    [ValidateNotNull]
    public Uri CallbackUri { get; set; } = OAuth1AuthorizationOptions.DefaultCallbackUri;

    /// <summary>Shows the address of the authorisation page instead of opening it.</summary>
    [Parameter(ParameterSetName = OAuth1Set)]
    public SwitchParameter NoBrowser { get; set; }

    /// <summary>How many seconds to wait for the person; 300 by default.</summary>
    [Parameter(ParameterSetName = OAuth1Set)]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = 300;

    /// <summary>Starts a Bitbucket on this machine and signs in to it. It ends with the session.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>The workspace of repositories that are later named by their slug alone.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Workspace { get; set; }

    /// <summary>The repository of cmdlets that are later given none, as workspace/slug.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Repository { get; set; }

    /// <summary>The server of the API; https://api.bitbucket.org by default.</summary>
    [Parameter(ParameterSetName = AccessTokenSet)]
    [Parameter(ParameterSetName = ApiTokenSet)]
    [Parameter(ParameterSetName = OAuth1Set)]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <summary>The server of the site, which repositories' addresses are held against; by default https://bitbucket.org, or that of -BaseUri if it is given.</summary>
    [Parameter(ParameterSetName = AccessTokenSet)]
    [Parameter(ParameterSetName = ApiTokenSet)]
    [Parameter(ParameterSetName = OAuth1Set)]
    [ValidateNotNull]
    public Uri? SiteUri { get; set; }

    /// <summary>Writes the session.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private Uri ApiUri => field ??= ServerAddress.RequireBase(BaseUri ?? ServerAddress.CloudApi, nameof(BaseUri));

    // Before anybody is asked to approve anything, and before a sandbox is started.
    /// <inheritdoc />
    protected override void BeginProcessing()
        => RunOrThrow(Repository, () => _repository = Repository is null ? null : new(Repository));

    /// <inheritdoc />
    protected override void EndProcessing() => RunOrThrow(target: null, () =>
    {
        BitbucketSession session = ParameterSetName switch
        {
            AccessTokenSet => Open(new BearerSigner(Secret.Reveal(AccessToken!))),
            ApiTokenSet => Open(new BasicSigner(ApiToken!.UserName, Secret.Reveal(ApiToken.Password))),
            OAuth1Set => Open(SignInWithOAuth1()),
            SandboxSet => OpenSandbox(),
            _ => throw Undecided(),
        };
        DefaultSession.Set(session);
        if (PassThru)
        {
            WriteObject(session);
        }
    });

    private static BitbucketException Undecided()
        => new(BitbucketErrorKind.InvalidArgument, "Connect-Bitbucket was not told how to sign in.")
        {
            RecommendedAction = "Give -AccessToken, -ApiToken, or -OAuth1 with -Consumer; or -Sandbox, to try things out on this machine.",
        };

    private BitbucketSession Open(IRequestSigner signer)
    {
        Uri siteUri = SiteUri ?? (BaseUri is null ? ServerAddress.CloudSite : ApiUri);
        return Open(signer, ApiUri, ServerAddress.RequireBase(siteUri, nameof(SiteUri)), Workspace, owned: null);
    }

    private BitbucketSession Open(IRequestSigner signer, Uri baseUri, Uri siteUri, string? workspace, IDisposable? owned)
    {
        SessionOpener opener = new(baseUri, siteUri, this)
        {
            Workspace = workspace,
            Repository = _repository,
            Owned = owned,
        };
        return Await(opener.OpenAsync(signer, StopToken));
    }

    private OAuth1Signer SignInWithOAuth1()
    {
        OAuth1Credentials credentials = new(Consumer!.UserName, Secret.Reveal(Consumer.Password));
        if (PrivateKeyPath is not null)
        {
            credentials = credentials.WithPrivateKey(PrivateKeyFile.Read(GetUnresolvedProviderPathFromPSPath(PrivateKeyPath)));
        }

        if (Token is not null)
        {
            credentials = credentials.WithToken(Token.UserName, Secret.Reveal(Token.Password));
        }
        else if (!TwoLegged)
        {
            IBrowser? browser = NoBrowser ? null : SystemBrowser.FromEnvironment();
            credentials = Authorize(credentials, ApiUri, browser);
        }

        return new(credentials, SignatureMethod);
    }

    private OAuth1Credentials Authorize(OAuth1Credentials credentials, Uri baseUri, IBrowser? browser)
    {
        OAuth1SignIn signIn = new(Post, new SignInVoice(this))
        {
            BaseUri = baseUri,
            SignatureMethod = SignatureMethod,
            CallbackUri = CallbackUri,
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            Browser = browser,
        };
        return Await(signIn.RunAsync(credentials, StopToken));
    }

    private BitbucketSession OpenSandbox()
    {
        SandboxProcess sandbox = Await(SandboxProcess.StartAsync(StopToken));
        try
        {
            OAuth1Credentials credentials = Authorize(sandbox.Consumer, sandbox.BaseUri, new SandboxPerson());
            return Open(new OAuth1Signer(credentials), sandbox.BaseUri, sandbox.BaseUri, Workspace ?? sandbox.Workspace, sandbox);
        }
        catch
        {
            sandbox.Dispose();
            throw;
        }
    }
}
