namespace BitbucketPS.Sandbox;

/// <summary>Has git itself answer: the sandbox only carries bytes between the connection and the process.</summary>
internal sealed class GitRunner
{
    // Branches, tags and notes are the people's. Whatever else is below refs belongs to the server, which neither
    // shows it nor lets anybody write it. A clean-up in the background would outlive the sandbox and its folder.
    private static readonly string[] s_settings =
    [
        "-c", "transfer.hideRefs=refs",
        "-c", "transfer.hideRefs=!refs/heads",
        "-c", "transfer.hideRefs=!refs/tags",
        "-c", "transfer.hideRefs=!refs/notes",
        "-c", "receive.autoGC=false",
    ];

    private readonly SandboxState _state;
    private readonly EventBus _events;
    private readonly TimeProvider _clock;

    public GitRunner(SandboxState state, EventBus events, TimeProvider clock)
    {
        _state = state;
        _events = events;
        _clock = clock;
    }

    /// <summary>Answers <c>info/refs</c>: what there is, or from protocol 2 on what the server can do.</summary>
    public static async Task AdvertiseAsync(HttpContext http, HostedRepository repository, GitService service)
    {
        int version = GitProtocol.ReadVersion(http.Request);
        using MemoryStream output = new();
        GitProtocol.WritePreamble(output, service, version);
        GitResult result = await GitCommand.StreamAsync(
            Arguments(s_settings, repository, service, "--advertise-refs"),
            new(WriteInput: null, output) { ProtocolVersion = version },
            http.RequestAborted);
        if (!result.Succeeded)
        {
            throw new SandboxException($"git {service.Command} failed: {result.Error.Trim()}");
        }

        http.Response.ContentType = $"application/x-{service.Name}-advertisement";
        http.Response.ContentLength = output.Length;
        output.Position = 0;
        await output.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    /// <summary>Answers the request that does the work.</summary>
    /// <param name="http">The request.</param>
    /// <param name="repository">What it is about.</param>
    /// <param name="credential">Who asks; null for nobody in particular.</param>
    /// <param name="service">What for.</param>
    /// <exception cref="GitRefusal">The body is too large, or not what git sends.</exception>
    public async Task ExchangeAsync(HttpContext http, HostedRepository repository, Credential? credential, GitService service)
    {
        GitRequestBody body = new(http.Request);
        GitLimits.Lift(http.Features);
        http.Response.ContentType = $"application/x-{service.Name}-result";
        if (!service.Writes || credential is null)
        {
            await RunAsync(http, repository, credential, service, body, s_settings);
            return;
        }

        PushMark.Set(repository.Git);
        PushCommands commands = await PushCommands.ReadAsync(body);
        PushVerdict verdict = PushVerdict.Of(commands, _state.Read(), repository, credential.Account);
        if (verdict.Refusals.Count > 0)
        {
            // A client that cannot send all it has to say does not listen to the answer.
            await body.CopyToAsync(Stream.Null);
            if (CameWhole(http, body))
            {
                await PushReport.WriteAsync(http.Response, commands, verdict.Refusals);
            }

            return;
        }

        await ScheduledRuns.KeepAsync(_state, repository.Uuid, _clock.GetUtcNow());
        await RunAsync(http, repository, credential, service, body, [.. s_settings, .. verdict.Settings]);
        await MainBranch.SettleAsync(repository.Git, commands.All.Select(command => command.BranchName).OfType<string>());
    }

    private async Task RunAsync(
        HttpContext http, HostedRepository repository, Credential? credential, GitService service, GitRequestBody body, string[] settings)
    {
        RefList? before = service.Writes ? await repository.Git.ReadRefsAsync(http.RequestAborted) : null;
        using CancellationTokenSource late = new();
        using CancellationTokenRegistration gone = http.RequestAborted.Register(() => late.CancelAfter(service.Patience));
        GitPipes pipes = new(body.CopyToAsync, http.Response.Body) { ProtocolVersion = GitProtocol.ReadVersion(http.Request) };
        GitResult result = await GitCommand.StreamAsync(Arguments(settings, repository, service), pipes, late.Token);
        if (before is not null && credential is not null)
        {
            await NotePushAsync(http, repository, before, credential.Account);
        }

        Check(http, body, result);
    }

    // A push whose every branch was refused succeeds for git, and has changed nothing.
    private async Task NotePushAsync(HttpContext http, HostedRepository repository, RefList before, Account actor)
    {
        if (ReferenceEquals(before, await repository.Git.ReadRefsAsync(CancellationToken.None)))
        {
            return;
        }

        EventList events = new();
        ApiLinks links = new($"{http.Request.Scheme}://{http.Request.Host.Value}");

        // Not cut short when the client goes: git has moved.
        await _state.ChangeAsync(
            async world =>
            {
                // It may have been deleted meanwhile.
                if (world.FindRepository(repository.Uuid) is { } current)
                {
                    HostedRepository touched = world.Touch(current, _clock.GetUtcNow());
                    await PushNotes.NoteAsync(touched, before, actor, links, events, _clock.GetUtcNow());
                }

                return true;
            },
            CancellationToken.None);
        _events.Publish(events.All);
    }

    private static string[] Arguments(string[] settings, HostedRepository repository, GitService service, params string[] more)
        => [.. settings, service.Command, "--stateless-rpc", .. more, repository.Git.Path];

    private static void Check(HttpContext http, GitRequestBody body, GitResult result)
    {
        // Once git has begun to answer, it has told the client itself what went wrong.
        if (CameWhole(http, body) && !result.Succeeded && !http.Response.HasStarted)
        {
            throw new GitRefusal(400, $"git does not understand this request: {result.Error.Trim()}");
        }
    }

    // False if the client has gone.
    private static bool CameWhole(HttpContext http, GitRequestBody body)
    {
        if (body.Failure is GitRefusal or BadHttpRequestException)
        {
            throw body.Failure;
        }

        if (body.Failure is not null)
        {
            http.Abort();
        }

        return body.Failure is null;
    }
}
