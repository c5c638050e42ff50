using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace BitbucketPS.Sandbox;

/// <summary>What every request goes through: the guard, the clock, the log, the faults, then the part that answers it.</summary>
internal sealed class RequestPipeline : IAsyncDisposable
{
    private static readonly string[] s_loopbackHosts = ["127.0.0.1", "localhost", "[::1]"];

    private readonly TimeProvider _clock;
    private readonly SandboxSettings _settings;
    private readonly OAuthEndpoints _oauth;
    private readonly AuthorisationEndpoint _pages;
    private readonly OAuth2TokenEndpoint _tokens;
    private readonly OAuth2AuthorisationEndpoint _oauth2Pages;
    private readonly ApiDispatcher _api;
    private readonly MediaEndpoint _media;
    private readonly GitEndpoint _git;
    private readonly FaultInjector _injector;
    private readonly ControlEndpoint _control;
    private readonly HomeEndpoint _home;

    public RequestPipeline(SandboxParts parts)
    {
        SandboxClock clock = parts.Clock;
        _clock = clock;
        _settings = parts.Settings;
        Log = new(clock);
        RateLimiter = new(parts.Settings, clock);
        _oauth = new(parts.OAuth, parts.Keeper);
        _pages = new(parts.OAuth.Tokens, clock);
        _tokens = new(parts.OAuth2, parts.Keeper);
        _oauth2Pages = new(parts.OAuth2, clock);
        _api = new(parts.State, new(parts.OAuth, parts.Credentials), parts.Options)
        {
            Log = Log,
            RateLimiter = RateLimiter,
            Shrunken = Faults.Lists,
            Events = Events,
        };
        _media = new(parts.State, clock);
        _git = new(parts.State, parts.Credentials, Events, clock);
        Deliveries = new(parts.State, Events, clock);
        _injector = new(Faults, clock);
        _control = new(MakeControl(parts), ControlSecret);
        _home = new(new(parts, Log, RateLimiter), parts.State, clock);
    }

    public RequestLog Log { get; }

    public RateLimiter RateLimiter { get; }

    public SandboxFaults Faults { get; } = new();

    public EventBus Events { get; } = new();

    /// <summary>What tells webhooks.</summary>
    public WebhookDeliveries Deliveries { get; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Deliveries.DisposeAsync();

    public ControlSecret ControlSecret { get; } = new();

    public LeaseBook Leases { get; } = new();

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        RequestTarget target = RequestTarget.Parse(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);

        RequestLogEntry entry = new(Log, http.Request.Method, target);
        bool isLogged = !ControlEndpoint.Owns(target) && !HomeEndpoint.Owns(target);
        if (isLogged)
        {
            http.Features.Set(entry);
        }

        // Logged before the first byte leaves: whoever has the answer finds the request in the log.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.Date = _clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
            if (isLogged)
            {
                entry.Write(http.Response.StatusCode);
            }

            return Task.CompletedTask;
        });
        await GuardedAsync(http, target, entry);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The outermost frame of a server: a client gets an answer, the person a trace.")]
    private async Task GuardedAsync(HttpContext http, RequestTarget target, RequestLogEntry entry)
    {
        try
        {
            await RouteAsync(http, target, entry);
        }
        catch (Exception e) when (e is BadHttpRequestException || http.RequestAborted.IsCancellationRequested)
        {
            // The client went away or sent no proper HTTP: the server below knows what to do.
            throw;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync($"{http.Request.Method} {target.Path} failed: {e}");
            await ApiWriter.WriteErrorAsync(http, new(500, "The sandbox failed on this request. Its standard error says how."));
        }
    }

    private async Task RouteAsync(HttpContext http, RequestTarget target, RequestLogEntry entry)
    {
        // A foreign name that leads to this address is an attack from a web page (DNS rebinding).
        if (!s_loopbackHosts.Contains(http.Request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            await ApiWriter.WriteErrorAsync(http, new(421, "The sandbox answers only to 127.0.0.1 and localhost."));
            return;
        }

        if (ControlEndpoint.Owns(target))
        {
            await _control.HandleAsync(http, target);
            return;
        }

        if (HomeEndpoint.Owns(target))
        {
            await _home.HandleAsync(http, target);
            return;
        }

        TimeSpan latency = _settings.Latency;
        if (target.IsOfApi && latency > TimeSpan.Zero)
        {
            await Task.Delay(latency, _clock, http.RequestAborted);
        }

        await (GitRoute.Match(target.Path) is { } route
            ? _git.HandleAsync(http, target, route)
            : _injector.HandleAsync(http, target, entry, () => AnswerAsync(http, target)));
    }

    private ControlTable MakeControl(SandboxParts parts)
    {
        ControlTable table = new();
        new SettingsControl(parts.Settings).AddTo(table);
        new ClockControl(parts.Clock).AddTo(table);
        new FaultControl(Faults).AddTo(table);
        new RequestControl(Log, RateLimiter).AddTo(table);
        new LifeControl(Leases).AddTo(table);
        new StateControl(new(parts)).AddTo(table);
        new QuirkControl(parts.Options.Quirks).AddTo(table);
        new WebhookControl(Deliveries).AddTo(table);
        return table;
    }

    private Task AnswerAsync(HttpContext http, RequestTarget target)
        => target.Path switch
        {
            OAuthEndpoints.RequestTokenPath or OAuthEndpoints.AccessTokenPath => _oauth.HandleAsync(http, target),
            AuthorisationEndpoint.Path => _pages.HandleAsync(http, target),
            OAuth2TokenEndpoint.Path => _tokens.HandleAsync(http),
            OAuth2AuthorisationEndpoint.Path => _oauth2Pages.HandleAsync(http, target),
            _ when target.Path.StartsWith(MediaLink.Prefix, StringComparison.Ordinal) => _media.HandleAsync(http, target),
            _ => _api.HandleAsync(http, target),
        };
}
