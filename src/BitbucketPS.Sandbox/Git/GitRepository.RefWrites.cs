namespace BitbucketPS.Sandbox;

/// <content>How branches and tags move: only from where they are thought to be, and so that it can be taken back.</content>
internal sealed partial class GitRepository
{
    /// <summary>Takes a move back, unless somebody else has moved the branch or tag since.</summary>
    public Task TakeBackAsync(RefMove move) => UpdateRefAsync(move.Name, move.New, move.Old);

    private async Task<RefCreation> CreateRefAsync(string name, string hash, CancellationToken cancellationToken)
    {
        if (await WriteRefAsync(name, NoObject, hash, cancellationToken))
        {
            return RefCreation.Created;
        }

        return await ReadRefAsync(name, cancellationToken) is NoObject ? RefCreation.Refused : RefCreation.AlreadyExists;
    }

    // Looked at before it is noted: taking back what was never done could hit what somebody else has done.
    private async Task<bool> WriteRefAsync(string name, string old, string now, CancellationToken cancellationToken)
        => string.Equals(await ReadRefAsync(name, cancellationToken), old, StringComparison.Ordinal) && await MoveRefAsync(name, old, now);

    // From where it has just been read.
    private async Task<bool> MoveRefAsync(string name, string old, string now)
    {
        _undo?.Note(Path, name, old, now);
        bool isDone = await UpdateRefAsync(name, old, now);
        if (!isDone)
        {
            _undo?.Drop();
        }

        return isDone;
    }

    private async Task<string> ReadRefAsync(string name, CancellationToken cancellationToken)
    {
        GitResult result = await RunAsync(cancellationToken, "rev-parse", "--verify", "--quiet", "--end-of-options", name);
        return result.Succeeded ? result.Text.Trim() : NoObject;
    }

    // Never cut short: git that is killed leaves its lock, and nobody could move the branch or tag any more.
    private async Task<bool> UpdateRefAsync(string name, string old, string now)
    {
        string[] arguments = now is NoObject ? ["-d", "--", name, old] : ["--", name, now, old];
        return (await RunAsync(CancellationToken.None, ["update-ref", .. arguments])).Succeeded;
    }
}
