using System.Globalization;
using System.Text;

namespace BitbucketPS.Benchmarks.Server;

/// <summary>
/// The JSON of a branch with gaps, in which its number and the hashes that follow from it are filled in: an object of its own
/// for the price of a copy.
/// </summary>
internal sealed class BranchTemplate
{
    /// <summary>Where the branch's number goes, seven digits.</summary>
    public const string Number = "NNNNNNN";

    /// <summary>Where the first eight digits of its commit's hash go.</summary>
    public const string Hash = "HHHHHHHH";

    /// <summary>Where the first eight digits of the parent's hash go.</summary>
    public const string Parent = "PPPPPPPP";

    // Odd, so that no two numbers have the same product: Knuth's multiplicative hash.
    private const uint Spread = 2_654_435_761;

    private readonly byte[] _text;
    private readonly int[] _numbers;
    private readonly int[] _hashes;
    private readonly int[] _parents;

    public BranchTemplate(string json)
    {
        _text = Encoding.UTF8.GetBytes(json);
        _numbers = Find(Number);
        _hashes = Find(Hash);
        _parents = Find(Parent);
    }

    /// <summary>Bytes of every branch made of it.</summary>
    public int Length => _text.Length;

    /// <summary>Writes the branch of a number.</summary>
    public void Write(Span<byte> destination, int number)
    {
        _text.CopyTo(destination);
        Fill(destination, _numbers, (uint)number, "D7", Number.Length);
        Fill(destination, _hashes, (uint)number * Spread, "x8", Hash.Length);
        Fill(destination, _parents, ~((uint)number * Spread), "x8", Parent.Length);
    }

    private static void Fill(Span<byte> destination, int[] gaps, uint value, string format, int length)
    {
        Span<byte> text = stackalloc byte[length];
        value.TryFormat(text, out _, format, CultureInfo.InvariantCulture);
        foreach (int gap in gaps)
        {
            text.CopyTo(destination[gap..]);
        }
    }

    private int[] Find(string gap)
    {
        byte[] sought = Encoding.ASCII.GetBytes(gap);
        List<int> places = [];
        for (int from = 0, at; (at = _text.AsSpan(from).IndexOf(sought)) >= 0; from += at + sought.Length)
        {
            places.Add(from + at);
        }

        return [.. places];
    }
}
