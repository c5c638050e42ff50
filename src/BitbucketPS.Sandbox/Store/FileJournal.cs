using System.Collections.Immutable;
using Microsoft.Win32.SafeHandles;

namespace BitbucketPS.Sandbox;

/// <summary>
/// Keeps what is remembered in one file: what there was when it was begun, then a line for each request that changed
/// something. A line is on the disk before anybody sees its change. A new file takes the place of one that has grown.
/// </summary>
internal sealed class FileJournal : IDataJournal
{
    /// <summary>The name of the file, which holds secrets of the sandbox: only its user may read it.</summary>
    public const string FileName = "state.jsonl";

    private const int EntitiesInALine = 256;
    private const long LeastGrowth = 8 * 1024 * 1024;

    private readonly string _path;
    private SafeFileHandle? _file;
    private long _headLength;
    private long _length;

    /// <summary>Keeps everything in a folder.</summary>
    /// <param name="folder">It exists, and no other process uses it.</param>
    public FileJournal(string folder)
    {
        _path = Path.Combine(folder, FileName);
    }

    public ImmutableDictionary<EntityKey, EntitySet> Load()
    {
        JournalReader reader = new(_path);
        ImmutableDictionary<EntityKey, EntitySet> sets = File.Exists(_path) ? reader.Read().ToSets() : ImmutableDictionary<EntityKey, EntitySet>.Empty;
        if (reader.IsTorn)
        {
            Console.Error.WriteLine($"{_path} ends with a change that was not written to its end, and was not answered either. It is left out.");
        }

        if (!File.Exists(_path) || reader.IsTorn || reader.TailLines > 0)
        {
            Replace(sets);
        }
        else
        {
            Open();
        }

        return sets;
    }

    public async Task AppendAsync(Data data)
    {
        byte[] line = JournalLine.Write(data.Changes);
        try
        {
            await RandomAccess.WriteAsync(_file!, line, _length);
            RandomAccess.FlushToDisk(_file!);
            _length += line.Length;
        }
        catch (IOException)
        {
            // The request fails and changes nothing: what of its line is there goes too.
            RandomAccess.SetLength(_file!, _length);
            throw;
        }

        if (_length - _headLength > Math.Max(LeastGrowth, _headLength))
        {
            Shrink(data);
        }
    }

    public void Replace(ImmutableDictionary<EntityKey, EntitySet> sets)
    {
        string draft = _path + ".new";
        File.Delete(draft);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 1 << 20 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        EntityChange[] all = [.. EntityCollector.Flatten(sets)];
        using (FileStream stream = new(draft, options))
        {
            stream.Write(JournalHead.Write((all.Length + EntitiesInALine - 1) / EntitiesInALine));
            foreach (EntityChange[] some in all.Chunk(EntitiesInALine))
            {
                stream.Write(JournalLine.Write(some));
            }

            stream.Flush(flushToDisk: true);
        }

        _file?.Dispose();
        try
        {
            File.Move(draft, _path, overwrite: true);
        }
        finally
        {
            // The old one if the new one could not take its place.
            Open();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private void Shrink(Data data)
    {
        try
        {
            Replace(data.Sets);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The change is written; a file that stays long does no harm.
            Console.Error.WriteLine($"{_path} stays as long as it is: {e.Message}");
        }
    }

    private void Open()
    {
        _file = File.OpenHandle(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, FileOptions.Asynchronous);
        _length = RandomAccess.GetLength(_file);
        _headLength = _length;
    }
}
