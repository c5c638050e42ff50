using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>
/// What was asked for with a form, under names that fit into the links to further pages: whoever follows such a link sends no form, and
/// gets the rest of the same list.
/// </summary>
internal sealed class CommitCursors
{
    private const int Most = 1000;
    private const int NameLength = 32;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _forms = new(StringComparer.Ordinal);
    private readonly Queue<string> _names = [];

    /// <summary>Keeps a form, in the place of the oldest one if there are many.</summary>
    /// <returns>Its name, the same for the same form.</returns>
    public string Keep(string form)
    {
        string name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(form)))[..NameLength];
        lock (_lock)
        {
            if (_forms.TryAdd(name, form))
            {
                _names.Enqueue(name);
            }

            if (_names.Count > Most)
            {
                _forms.Remove(_names.Dequeue());
            }
        }

        return name;
    }

    /// <summary>The form of a name; null if there is none, or none any more.</summary>
    public string? Find(string name)
    {
        lock (_lock)
        {
            return _forms.GetValueOrDefault(name);
        }
    }
}
