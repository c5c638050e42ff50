namespace BitbucketPS.Sandbox;

/// <summary>
/// What a change does to branches and tags until it is written down. If it never is, since it fails or the process is killed, all of it
/// is taken back: a merge without its pull request would be half of one.
/// </summary>
internal sealed class RefUndo
{
    /// <summary>The name of the file, which is there while a change is under way.</summary>
    public const string FileName = "refs.undo";

    private readonly string _folder;
    private readonly List<RefMove> _moves = [];
    private string _change = "";

    /// <summary>Notes nothing yet.</summary>
    /// <param name="folder">The folder of everything.</param>
    public RefUndo(string folder)
    {
        _folder = folder;
    }

    private string File => Path.Combine(_folder, FileName);

    /// <summary>Notes a move before it is made.</summary>
    /// <param name="repository">The folder of the repository.</param>
    /// <param name="name">The full name of the branch or tag.</param>
    /// <param name="old">Where it is; zeros if it is not there.</param>
    /// <param name="now">Where it will be; zeros if it will be gone.</param>
    public void Note(string repository, string name, string old, string now)
    {
        if (_moves.Count == 0)
        {
            _change = Guid.NewGuid().ToString("N");
        }

        _moves.Add(new(Path.GetRelativePath(_folder, repository), name, old, now));
        Write();
    }

    /// <summary>Forgets the last move, which was not made.</summary>
    public void Drop()
    {
        _moves.RemoveAt(_moves.Count - 1);
        Write();
    }

    /// <summary>Has what is remembered say that the change was written down.</summary>
    public void Mark(Data data)
    {
        if (_moves.Count > 0)
        {
            data.Put(new RefChange(_change));
        }
    }

    /// <summary>Forgets all moves: the change is written down.</summary>
    public void Forget()
    {
        if (_change.Length > 0)
        {
            _moves.Clear();
            _change = "";
            System.IO.File.Delete(File);
        }
    }

    /// <summary>Takes back all moves, the last one first.</summary>
    public async Task TakeBackAsync()
    {
        foreach (RefMove move in Enumerable.Reverse(_moves))
        {
            await new GitRepository(Path.Combine(_folder, move.Repository)).TakeBackAsync(move);
        }

        Forget();
    }

    /// <summary>Takes back what a process left that was killed before its change was written down.</summary>
    /// <param name="data">What was written down.</param>
    public async Task HealAsync(Data data)
    {
        if (!System.IO.File.Exists(File))
        {
            return;
        }

        string[] lines = await System.IO.File.ReadAllLinesAsync(File);
        _change = lines is [string change, ..] ? change : FileName;
        if (!string.Equals(RefChange.Find(data)?.Change, _change, StringComparison.Ordinal))
        {
            _moves.AddRange(lines.Skip(1).Select(RefMove.Parse).OfType<RefMove>());
        }

        await TakeBackAsync();
    }

    // Only a killed process is provided for, which takes nothing along that the system has been given.
    private void Write() => System.IO.File.WriteAllText(File, $"{_change}\n{string.Concat(_moves)}");
}
