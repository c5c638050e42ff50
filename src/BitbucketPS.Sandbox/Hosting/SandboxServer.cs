using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace BitbucketPS.Sandbox;

/// <summary>
/// A Bitbucket on this machine, over real git repositories. It is for trying scripts and for tests, and
/// no server for real work: it listens on loopback only and knows one demo person.
/// </summary>
public sealed partial class SandboxServer : IAsyncDisposable
{
    private const long LargestBody = 100 * 1024 * 1024;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private readonly WebApplication _application;
    private readonly DataFolder _folder;
    private readonly SandboxParts _parts;
    private readonly TokenIssuer _tokens;
    private readonly RequestPipeline _pipeline;
    private bool _isDisposed;

    private SandboxServer(SandboxParts parts, DataFolder folder)
    {
        _folder = folder;
        _parts = parts;
        _tokens = new(parts.State, parts.Credentials, SeedPeople.Demo);
        _pipeline = new(parts);
        _application = Build(parts.Options.Port);
        _application.Run(_pipeline.HandleAsync);
        Consumer = new(parts.OAuth.Consumer.Key, parts.OAuth.Consumer.Secret);
        ApiToken = new(SeedPeople.Demo.Email, parts.State.Read().Data.Find<PersonalToken>(SeedPeople.Demo.Uuid)!.Token);
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri BaseAddress { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The OAuth consumer that can ask the demo person for access.</summary>
    public SandboxConsumer Consumer { get; }

    /// <summary>Makes the demo data and starts to listen.</summary>
    /// <param name="options">How; the defaults are good for tests.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    /// <exception cref="SandboxException">The port is taken, the folder cannot be used, or git is missing, too old, or fails.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.RequireValid();
        await GitRequirement.CheckAsync(cancellationToken);
        DataFolder folder = DataFolder.Open(options.DataDirectory);
        SandboxClock clock = new(options.TimeProvider);
        SandboxState? state = null;
        SandboxServer? server = null;
        try
        {
            state = new(folder.Path, folder.OpenJournal());
            await StorageHealer.HealAsync(state, cancellationToken);
            await PullRequestHealer.HealAsync(state, clock.GetUtcNow(), cancellationToken);
            await Seeder.SeedAsync(state, options.Seed, options.ExtraBranches, cancellationToken);
            await state.ChangeAsync(world => EnsureSecrets(world.Data, clock), cancellationToken);
            server = new(SandboxParts.Assemble(options with { TimeProvider = clock }, clock, state), folder);
            await server.ListenAsync(options.Port, cancellationToken);
            return server;
        }
        catch (Exception e)
        {
            await (server?._application.DisposeAsync() ?? ValueTask.CompletedTask);
            state?.Dispose();
            folder.Dispose();
            if (e is IOException or UnauthorizedAccessException)
            {
                throw new SandboxException($"The folder {folder.Path} cannot be used: {e.Message}", e);
            }

            throw;
        }
    }

    /// <summary>The folder of the bare repository, to be looked at and changed with git.</summary>
    /// <param name="workspace">Its slug.</param>
    /// <param name="slug">The repository's slug.</param>
    /// <exception cref="ArgumentException">There is no such repository.</exception>
    public string RepositoryPath(string workspace, string slug)
        => _parts.State.Read().FindRepository(workspace, slug)?.Git.Path
            ?? throw new ArgumentException($"There is no repository {workspace}/{slug}.", nameof(slug));

    /// <summary>Lets the consumer sign with RSA-SHA1 and RSA-SHA256.</summary>
    /// <param name="pem">The public key, as <c>PUBLIC KEY</c> or <c>RSA PUBLIC KEY</c>.</param>
    /// <exception cref="ArgumentException">It is no RSA public key; a private one has no business here.</exception>
    public void RegisterRsaKey(string pem)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pem);
        if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            throw new ArgumentException("Register the public key; the private one stays with its owner.", nameof(pem));
        }

        using RSA rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        _parts.OAuth.Consumer.RsaPublicKey = pem;
    }

    /// <summary>Ends all OAuth 1.0a access tokens: requests they sign are refused with <c>token_revoked</c>.</summary>
    public void RevokeOAuth1Tokens() => _parts.OAuth.Tokens.RevokeAccessTokens();

    /// <summary>
    /// Ends all access and refresh tokens of OAuth 2, and codes that are not exchanged yet, as when the person
    /// removes the application from their account.
    /// </summary>
    public void RevokeOAuth2Grants() => _parts.OAuth2.RevokeAll();

    /// <summary>Lets all access tokens of OAuth 2 expire now; their refresh tokens stay good.</summary>
    public void ExpireOAuth2AccessTokens() => _parts.OAuth2.Tokens.ExpireAccessTokens();

    /// <summary>Stops listening and deletes the data, unless it was to be kept.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        // A lease would be waited for.
        Leases.End();

        // Requests under way may still write to the folder; those that take too long are cut off.
        using CancellationTokenSource patience = new(s_patience);
        await _application.StopAsync(patience.Token);
        await _application.DisposeAsync();
        await _pipeline.DisposeAsync();

        // What was revoked through this object, and not by a request.
        await _parts.Keeper.SaveAsync();
        _parts.State.Dispose();
        _folder.Dispose();
    }

    private static void EnsureSecrets(Data data, SandboxClock clock)
    {
        ConsumerKeys.Ensure(data);
        PersonalToken.Ensure(data, clock.GetUtcNow());
    }

    private static WebApplication Build(int port)
    {
        // Empty: no configuration file and no ASPNETCORE_ variable can make it listen elsewhere.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton<IHostLifetime, NoConsoleLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        return builder.Build();
    }

    private async Task ListenAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            await _application.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new SandboxException($"Port {port} of 127.0.0.1 is taken. Choose another one, or 0 for any that is free.", e);
        }
        catch (SocketException e)
        {
            throw new SandboxException($"Port {port} of 127.0.0.1 cannot be used: {e.Message}.", e);
        }

        IServerAddressesFeature addresses =
            _application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        BaseAddress = new(addresses.Addresses.Single());
    }
}
