namespace BitbucketPS.Sandbox;

/// <summary>Exports and imports of a running sandbox.</summary>
internal sealed class StateTransfer
{
    private readonly SandboxParts _parts;

    public StateTransfer(SandboxParts parts)
    {
        _parts = parts;
    }

    /// <summary>Writes everything as JSON.</summary>
    public Task ExportAsync(Stream stream, CancellationToken cancellationToken) => StateExport.WriteAsync(_parts.State, stream, cancellationToken);

    /// <summary>Puts an export in the place of everything; consumer and tokens stay.</summary>
    /// <exception cref="FormatException">It is no export, or not a whole one; nothing has changed.</exception>
    public async Task ImportAsync(Stream stream, CancellationToken cancellationToken)
    {
        await StateImport.ReadAsync(_parts.State, stream, data => PersonalToken.Ensure(data, _parts.Clock.GetUtcNow()), cancellationToken);
        PersonalToken.Register(_parts.State.Read().Data, _parts.Credentials);
    }
}
