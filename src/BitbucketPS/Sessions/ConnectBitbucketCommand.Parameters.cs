using System.Management.Automation;
using System.Security;
using BitbucketPS.OAuth2;
using BitbucketPS.Signing;

namespace BitbucketPS.Cmdlets;

// The parameters, which are many; what is done with them is in the other half.
public sealed partial class ConnectBitbucketCommand
{
    private const string UndecidedSet = "Undecided";
    private const string AccessTokenSet = "AccessToken";
    private const string ApiTokenSet = "ApiToken";
    private const string OAuth2Set = "OAuth2";
    private const string OAuth1TokenSet = "OAuth1Token";
    private const string OAuth1Set = "OAuth1";
    private const string ProfileSet = "Profile";
    private const string SandboxSet = "Sandbox";

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

    /// <summary>Signs in with OAuth 1.0a, which Bitbucket Cloud gave up in 2026; without it, a consumer signs in with OAuth 2.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OAuth1Set)]
    public SwitchParameter OAuth1 { get; set; }

    /// <summary>The OAuth consumer: the user name is its key, the password is its secret.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OAuth2Set)]
    [Parameter(Mandatory = true, ParameterSetName = OAuth1TokenSet)]
    [Parameter(Mandatory = true, ParameterSetName = OAuth1Set)]
    [Credential]
    [ValidateNotNull]
    public PSCredential? Consumer { get; set; }

    /// <summary>
    /// How the consumer gets its tokens: AuthorizationCode asks a person in a browser, ClientCredentials signs it in alone. A
    /// consumer that signs in alone has to be marked as private, and needs a callback URL all the same.
    /// </summary>
    [Parameter(ParameterSetName = OAuth2Set)]
    [Parameter(ParameterSetName = SandboxSet)]
    public OAuth2GrantType GrantType { get; set; } = OAuth2GrantType.AuthorizationCode;

    /// <summary>What to ask for, such as repository, pullrequest:write; by default all that the consumer may.</summary>
    [Parameter(ParameterSetName = OAuth2Set)]
    [Parameter(ParameterSetName = OAuth1TokenSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ScopeCompleter))]
    public string[] Scope { get; set; } = [];

    /// <summary>
    /// Legacy: an access token of OAuth 1, without its secret, to be swapped for tokens of OAuth 2 of the same consumer. Bitbucket
    /// no longer documents this.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = OAuth1TokenSet)]
    [SecretTransformation]
    [ValidateNotNull]
    public SecureString? OAuth1Token { get; set; }

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
    /// Where the server sends the person afterwards: an http address of this machine, where port 0 is any free one. With OAuth 2 it
    /// has to be exactly the callback URL of the consumer; by default http://127.0.0.1:28186/callback. With OAuth 1 any free port by
    /// default, or oob, to be asked for the code that the page shows. For an address elsewhere the command asks for the address
    /// that the browser ended at.
    /// </summary>
    [Parameter(ParameterSetName = OAuth2Set)]
    [Parameter(ParameterSetName = OAuth1Set)]
    [ValidateNotNull]
    public Uri? CallbackUri { get; set; }

    /// <summary>Shows the address of the authorisation page instead of opening it.</summary>
    [Parameter(ParameterSetName = OAuth2Set)]
    [Parameter(ParameterSetName = OAuth1Set)]
    public SwitchParameter NoBrowser { get; set; }

    /// <summary>How many seconds to wait for the person; 300 by default.</summary>
    [Parameter(ParameterSetName = OAuth2Set)]
    [Parameter(ParameterSetName = OAuth1Set)]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = 300;

    /// <summary>The name of a saved profile to sign in with; with -Save, the name to save the sign-in under.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = AccessTokenSet)]
    [Parameter(ParameterSetName = ApiTokenSet)]
    [Parameter(ParameterSetName = OAuth2Set)]
    [Parameter(ParameterSetName = OAuth1TokenSet)]
    [Parameter(ParameterSetName = OAuth1Set)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? Profile { get; set; }

    /// <summary>
    /// A vault of SecretManagement to save the sign-in in, or to find the profile in, instead of the store of the platform. Import
    /// the module Microsoft.PowerShell.SecretManagement first. Renewed tokens go there too, and then nobody can be asked for a
    /// password: a vault that is locked at that time fails the request.
    /// </summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = AccessTokenSet)]
    [Parameter(ParameterSetName = ApiTokenSet)]
    [Parameter(ParameterSetName = OAuth2Set)]
    [Parameter(ParameterSetName = OAuth1TokenSet)]
    [Parameter(ParameterSetName = OAuth1Set)]
    [Parameter(ParameterSetName = UndecidedSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VaultCompleter))]
    public string? Vault { get; set; }

    /// <summary>
    /// Keeps the sign-in in the platform's protected store, or in -Vault, so that later Connect-Bitbucket -Profile is enough: under the name of
    /// -Profile, else under default.
    /// </summary>
    [Parameter(ParameterSetName = AccessTokenSet)]
    [Parameter(ParameterSetName = ApiTokenSet)]
    [Parameter(ParameterSetName = OAuth2Set)]
    [Parameter(ParameterSetName = OAuth1TokenSet)]
    [Parameter(ParameterSetName = OAuth1Set)]
    [Parameter(ParameterSetName = UndecidedSet)]
    public SwitchParameter Save { get; set; }

    /// <summary>Makes the profile the one that Connect-Bitbucket uses when told nothing. The first that is saved is that in any case.</summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = AccessTokenSet)]
    [Parameter(ParameterSetName = ApiTokenSet)]
    [Parameter(ParameterSetName = OAuth2Set)]
    [Parameter(ParameterSetName = OAuth1TokenSet)]
    [Parameter(ParameterSetName = OAuth1Set)]
    public SwitchParameter AsDefault { get; set; }

    /// <summary>
    /// Keeps the sign-in in a protected store or not at all. Without it, a Linux without a keyring keeps it in a file that its
    /// owner alone can read, and warns.
    /// </summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = AccessTokenSet)]
    [Parameter(ParameterSetName = ApiTokenSet)]
    [Parameter(ParameterSetName = OAuth2Set)]
    [Parameter(ParameterSetName = OAuth1TokenSet)]
    [Parameter(ParameterSetName = OAuth1Set)]
    public SwitchParameter RequireProtectedStore { get; set; }

    /// <summary>
    /// Signs in to a Bitbucket on this machine: with OAuth 1.0a, or as -GrantType says. The newest sandbox that runs is used, one that this
    /// PowerShell started before others. If none runs, one is started, which ends with the last session that uses it.
    /// </summary>
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
    [Parameter(ParameterSetName = OAuth2Set)]
    [Parameter(ParameterSetName = OAuth1TokenSet)]
    [Parameter(ParameterSetName = OAuth1Set)]
    [Parameter(ParameterSetName = UndecidedSet)]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <summary>The server of the site, where people sign in and git clones from; by default https://bitbucket.org, or that of -BaseUri if it is given.</summary>
    [Parameter(ParameterSetName = AccessTokenSet)]
    [Parameter(ParameterSetName = ApiTokenSet)]
    [Parameter(ParameterSetName = OAuth2Set)]
    [Parameter(ParameterSetName = OAuth1TokenSet)]
    [Parameter(ParameterSetName = OAuth1Set)]
    [Parameter(ParameterSetName = UndecidedSet)]
    [ValidateNotNull]
    public Uri? SiteUri { get; set; }

    /// <summary>
    /// How many requests may be under way at once, and how many piped inputs are worked on ahead; 8 by default. After an answer that
    /// the rate limit is reached it is fewer for a while.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>
    /// How often a request is tried again after a passing failure of the server, a broken connection, or because of the rate limit; 8
    /// by default, 0 never tries again. What creates something is tried again only where nothing can have been created.
    /// </summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = 8;

    /// <summary>Writes the session.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
