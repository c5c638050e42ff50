using System.Management.Automation;
using BitbucketPS.Authorization;
using BitbucketPS.Http;
using BitbucketPS.OAuth2;
using BitbucketPS.Profiles;
using BitbucketPS.Signing;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Signs in to Bitbucket and opens the session that all other cmdlets share.
/// </summary>
/// <remarks>
/// <para>
/// Sign in with an OAuth 2 consumer (-Consumer), an API token of your Atlassian account (-ApiToken), an access token of a
/// repository, project or workspace (-AccessToken), an OAuth 1.0a consumer (-OAuth1 -Consumer), what was saved before
/// (-Profile), or try things out in a Bitbucket on your own machine (-Sandbox). docs/signing-in.md says which is for what.
/// </para>
/// <para>
/// Told nothing, it takes the first of these: the environment variables BITBUCKET_ACCESS_TOKEN; BITBUCKET_EMAIL and
/// BITBUCKET_API_TOKEN; BITBUCKET_CONSUMER_KEY and BITBUCKET_CONSUMER_SECRET (client credentials); the default profile.
/// </para>
/// <para>
/// With an OAuth 2 consumer the command opens the authorisation page in a browser, listens on the callback for the code, and
/// exchanges it for tokens, which are renewed as long as the session lives. The callback has to be the callback URL of the
/// consumer: register http://127.0.0.1:28186/callback, or name yours with -CallbackUri. The browser is the command in the
/// environment variable BROWSER if that is set, else the system's.
/// </para>
/// <para>
/// With OAuth 1.0a it gets a request token, sends you to the authorisation page, listens for the verifier, exchanges it for an
/// access token, and signs every later request. Bitbucket Cloud itself stopped accepting OAuth 1 in 2026: this is for
/// self-hosted and compatible servers, and for the sandbox.
/// </para>
/// <para>
/// The session belongs to this runspace. Unless -Save says so, it is kept in memory only. A credential goes to the server of
/// -BaseUri, a consumer's secret to that of -SiteUri, and nowhere else, over https, or to this machine.
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
/// <summary>Signs in with an OAuth 2 consumer in the browser, and keeps it. The user name is the consumer's key, the password its secret.</summary>
/// <code>Connect-Bitbucket -Consumer (Get-Credential) -Workspace acme -Save -Profile work</code>
/// </example>
/// <example>
/// <summary>Signs in with what was saved.</summary>
/// <code>Connect-Bitbucket -Profile work</code>
/// </example>
/// <example>
/// <summary>Keeps a sign-in in a vault of SecretManagement, and signs in with it.</summary>
/// <code>Import-Module Microsoft.PowerShell.SecretManagement
/// Connect-Bitbucket -ApiToken (Get-Credential ada@example.org) -Save -Profile work -Vault Personal
/// Connect-Bitbucket -Profile work -Vault Personal</code>
/// </example>
/// <example>
/// <summary>Signs in to a compatible server as a person, with an OAuth 1.0a consumer: user name and password are its key and secret.</summary>
/// <code>$consumer = Get-Credential -Message 'Key and secret of the OAuth consumer'
/// Connect-Bitbucket -OAuth1 -Consumer $consumer -BaseUri https://git.example.org</code>
/// </example>
[Cmdlet(VerbsCommunications.Connect, "Bitbucket", DefaultParameterSetName = UndecidedSet)]
[OutputType(typeof(BitbucketSession))]
public sealed partial class ConnectBitbucketCommand : BitbucketBaseCommand
{
    private RepositoryId? _repository;
    private IProfileStore? _store;
    private SavedProfile? _replaced;

    private Uri ApiUri => field ??= ServerAddress.RequireBase(BaseUri ?? ServerAddress.CloudApi, nameof(BaseUri));

    private Uri WebUri => field ??= ServerAddress.RequireBase(SiteUri ?? (ServerAddress.IsCloud(ApiUri) ? ServerAddress.CloudSite : ApiUri), nameof(SiteUri));

    // Before anybody is asked to approve anything, and before a sandbox is started: what cannot be saved, or makes no sense.
    /// <inheritdoc />
    protected override void BeginProcessing() => RunOrThrow(Repository, () =>
    {
        base.BeginProcessing();
        _repository = Repository is null ? null : new(Repository);
        RequireSense();
        if (Vault is not null || Save)
        {
            _replaced = Await(OpenStore().FindAsync(ProfileName, StopToken));
        }
    });

    private string ProfileName => Profile ?? ProfileAccess.DefaultName;

    private void RequireSense()
    {
        if (ParameterSetName is UndecidedSet or SandboxSet)
        {
            if (Save)
            {
                throw Refuse(
                    "-Save keeps what was typed; there is nothing typed to keep.",
                    "Give -AccessToken, -ApiToken or -Consumer with -Save. What environment variables hold is never saved.");
            }

            if (Vault is not null)
            {
                throw Refuse("-Vault says where a profile lies, but neither -Profile nor -Save is there.", "Add -Profile; Get-BitbucketProfile -Vault lists them.");
            }
        }
        else if (TwoLegged && Token is not null)
        {
            throw Refuse("-TwoLegged signs without a token, and -Token is one.", "Leave one of them out.");
        }
        else if (ParameterSetName is OAuth2Set && GrantType is OAuth2GrantType.ClientCredentials && (CallbackUri is not null || NoBrowser))
        {
            throw Refuse("-GrantType ClientCredentials asks no person, so that -CallbackUri and -NoBrowser say nothing.", "Leave them out.");
        }
        else if (ParameterSetName is not ProfileSet && !Save && (Profile is not null || AsDefault || Vault is not null))
        {
            throw Refuse("-Profile, -AsDefault and -Vault say how to save the sign-in, but -Save is missing.", "Add -Save.");
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing() => RunOrThrow(target: null, () =>
    {
        BitbucketSession session = ParameterSetName switch
        {
            SandboxSet => OpenSandbox(),
            ProfileSet => OpenProfile(Profile!),
            UndecidedSet => OpenUntold(),
            _ => OpenAndSave(ObtainCredential()),
        };
        DefaultSession.Set(session);
        if (PassThru)
        {
            WriteObject(session);
        }
    });

    private SavedCredential ObtainCredential() => ParameterSetName switch
    {
        AccessTokenSet => new SavedAccessToken { Token = Secret.Reveal(AccessToken!) },
        ApiTokenSet => new SavedApiToken { Email = ApiToken!.UserName, Token = Secret.Reveal(ApiToken.Password) },
        OAuth1TokenSet => Await(ConsumerSignIn().ExchangeOAuth1TokenAsync(Secret.Reveal(OAuth1Token!), StopToken)),
        OAuth2Set when GrantType == OAuth2GrantType.ClientCredentials => Await(ConsumerSignIn().RequestClientCredentialsAsync(StopToken)),
        OAuth2Set => Await(ConsumerSignIn().AuthorizeAsync(Person(), CallbackUri ?? OAuth2Authorization.DefaultCallbackUri, Patience, StopToken)),
        _ => SignInWithOAuth1(),
    };

    // The environment first: it is how a build job says what it wants. It never touches the store.
    private BitbucketSession OpenUntold()
    {
        if (EnvironmentSignIn.FindToken() is { } token)
        {
            return Open(token);
        }

        if (EnvironmentSignIn.FindConsumer() is var (key, secret))
        {
            return Open(Await(SignIn(key, secret).RequestClientCredentialsAsync(StopToken)));
        }

        return BaseUri is null && SiteUri is null ? OpenProfile(name: null) : throw Undecided();
    }

    private static BitbucketException Undecided() => Refuse(
        "Connect-Bitbucket was not told how to sign in, no environment variable says it, and there is no default profile.",
        "Give -Consumer, -ApiToken, -AccessToken, -OAuth1 with -Consumer, or -Profile; or -Sandbox, to try things out on this machine. Or set "
        + $"{EnvironmentSignIn.AccessToken}; {EnvironmentSignIn.Email} and {EnvironmentSignIn.ApiToken}; or {EnvironmentSignIn.ConsumerKey} and "
        + $"{EnvironmentSignIn.ConsumerSecret}. Or save a profile with -Save.");

    private static BitbucketException Refuse(string message, string action)
        => new(BitbucketErrorKind.InvalidArgument, message) { RecommendedAction = action };

    private BitbucketSession Open(SavedCredential credential)
        => Open(SessionCredential.Use(credential, WebUri), ApiUri, WebUri, Workspace, _repository, owned: null);

    private BitbucketSession Open(
        SessionCredential credential, Uri baseUri, Uri siteUri, string? workspace, RepositoryId? repository, IDisposable? owned)
    {
        SessionOpener opener = new(baseUri, siteUri, this)
        {
            Workspace = workspace,
            Repository = repository,
            Owned = owned,
            ThrottleLimit = ThrottleLimit,
            MaximumRetryCount = MaximumRetryCount,
        };
        BitbucketSession session = Await(opener.OpenAsync(credential, StopToken));

        // A sign-in with OAuth has proven it on the way.
        if (!session.IsProven && credential.Saved is (SavedAccessToken or SavedApiToken))
        {
            WriteWarning($"{baseUri.Authority} did not refuse the credential, and did not show that it knows it either. Check that it is the server of the API (-BaseUri).");
        }

        return session;
    }

    private BitbucketSession OpenAndSave(SavedCredential credential)
    {
        BitbucketSession session = Open(credential);
        return Save ? OrClose(session, () => Keep(session, ProfileName)) : session;
    }

    // A session that nobody gets must not stay open.
    private static BitbucketSession OrClose(BitbucketSession session, Action finish)
    {
        try
        {
            finish();
            return session;
        }
        catch
        {
            session.Close();
            throw;
        }
    }

    private void Keep(BitbucketSession session, string name)
    {
        IProfileStore store = OpenStore();
        SavedProfile profile = new()
        {
            Name = name,
            BaseUri = session.BaseUri,
            SiteUri = session.SiteUri,
            Workspace = Workspace,
            Repository = _repository?.ToString(),
            Account = session.Account,
            CredentialKind = session.CredentialKind,
            SavedOn = session.ConnectedOn,
            Credential = session.Credential!.Saved,
        };
        if (_replaced is not null && (_replaced.BaseUri != profile.BaseUri || !string.Equals(_replaced.Account, profile.Account, StringComparison.Ordinal)))
        {
            WriteWarning($"The profile '{_replaced.Name}' held a sign-in of {_replaced.Account ?? "nobody named"} at {_replaced.BaseUri.Authority}, and is replaced.");
        }

        Await(store.SaveAsync(profile, AsDefault, StopToken));
        session.Credential!.KeepIn(ProfileAccess.ForRenewals(store), name);
        session.Profile = name;
    }

    private BitbucketSession OpenProfile(string? name)
    {
        IProfileStore store = OpenStore();
        SavedProfile profile = Await(store.FindAsync(name, StopToken)) ?? throw (name is null ? Undecided() : ProfileAccess.NotFound(name, ProfileAccess.VaultOf(store)));
        Uri siteUri = ServerAddress.RequireBase(profile.SiteUri, nameof(SiteUri));
        SessionCredential credential = SessionCredential.Use(profile.Credential, siteUri);
        credential.KeepIn(ProfileAccess.ForRenewals(store), profile.Name);
        RepositoryId? repository = _repository ?? (profile.Repository is null ? null : new(profile.Repository));
        BitbucketSession session = Open(credential, profile.BaseUri, siteUri, Workspace ?? profile.Workspace, repository, owned: null);
        session.Profile = profile.Name;
        return OrClose(session, () =>
        {
            if (AsDefault)
            {
                Await(store.SetDefaultAsync(profile.Name, StopToken));
            }
        });
    }

    // A vault that is not there is found out before anybody is asked to approve anything.
    private IProfileStore OpenStore()
        => _store ??= ProfileAccess.Open(text => Post(() => WriteWarning(text)), RequireProtectedStore, CallVault(Vault));

    private TimeSpan Patience => TimeSpan.FromSeconds(TimeoutSec);

    private PersonalApproval Person(IBrowser? browser) => new(Post, new SignInVoice(this), browser);

    private PersonalApproval Person() => Person(NoBrowser ? null : SystemBrowser.FromEnvironment());

    private OAuth2SignIn ConsumerSignIn() => SignIn(Consumer!.UserName, Secret.Reveal(Consumer.Password));

    private OAuth2SignIn SignIn(string key, string secret)
        => new() { SiteUri = WebUri, ConsumerKey = key, ConsumerSecret = secret, Scopes = Scope };

    private SavedOAuth1 SignInWithOAuth1()
    {
        string? keyPath = PrivateKeyPath is null ? null : GetUnresolvedProviderPathFromPSPath(PrivateKeyPath);
        OAuth1Credentials credentials = new(Consumer!.UserName, Secret.Reveal(Consumer.Password));
        if (keyPath is not null)
        {
            credentials = credentials.WithPrivateKey(PrivateKeyFile.Read(keyPath));
        }

        if (Token is not null)
        {
            credentials = credentials.WithToken(Token.UserName, Secret.Reveal(Token.Password));
        }
        else if (!TwoLegged)
        {
            credentials = Authorize(credentials, ApiUri, Person());
        }

        return Saved(credentials, keyPath);
    }

    private OAuth1Credentials Authorize(OAuth1Credentials credentials, Uri baseUri, PersonalApproval person)
    {
        OAuth1SignIn signIn = new(person)
        {
            BaseUri = baseUri,
            SignatureMethod = SignatureMethod,
            CallbackUri = CallbackUri ?? OAuth1AuthorizationOptions.DefaultCallbackUri,
            Timeout = Patience,
        };
        return Await(signIn.RunAsync(credentials, StopToken));
    }

    private SavedOAuth1 Saved(OAuth1Credentials credentials, string? keyPath) => new()
    {
        ConsumerKey = credentials.ConsumerKey,
        ConsumerSecret = credentials.RevealConsumerSecret(),
        Token = credentials.RevealToken(),
        TokenSecret = credentials.RevealTokenSecret(),
        SignatureMethod = SignatureMethod,
        PrivateKeyPath = keyPath,
    };

    private BitbucketSession OpenSandbox()
    {
        (SandboxLease lease, bool isNew) = Await(SandboxChoice.MakeAsync(text => Post(() => WriteWarning(text)), StopToken));
        SandboxEntry sandbox = lease.Sandbox;
        try
        {
            WriteVerbose(isNew ? $"Started {sandbox}." : $"Found {sandbox}.");
            SessionCredential credential = SessionCredential.Use(SignInToSandbox(sandbox), sandbox.BaseUri);
            return Open(credential, sandbox.BaseUri, sandbox.BaseUri, Workspace ?? sandbox.Workspace, _repository, lease);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    private SavedCredential SignInToSandbox(SandboxEntry sandbox)
    {
        PersonalApproval person = Person(new SandboxPerson());
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(GrantType)))
        {
            return Saved(Authorize(sandbox.Consumer, sandbox.BaseUri, person), keyPath: null);
        }

        OAuth2SignIn signIn = new()
        {
            SiteUri = sandbox.BaseUri,
            ConsumerKey = sandbox.Consumer.ConsumerKey,
            ConsumerSecret = sandbox.Consumer.RevealConsumerSecret(),
        };
        return Await(GrantType == OAuth2GrantType.ClientCredentials
            ? signIn.RequestClientCredentialsAsync(StopToken)
            : signIn.AuthorizeAsync(person, OAuth1AuthorizationOptions.DefaultCallbackUri, Patience, StopToken));
    }
}
