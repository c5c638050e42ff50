using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>One field of a cron pattern: the numbers it lets through.</summary>
internal static class CronField
{
    /// <summary>The numbers of a field; null if it is none.</summary>
    /// <param name="text">Such as <c>*</c>, <c>5</c>, <c>1-5</c>, <c>0/6</c> or several of them with commas.</param>
    /// <param name="least">The least number it can have.</param>
    /// <param name="most">The greatest.</param>
    /// <param name="names">Names for the numbers from the least on.</param>
    public static HashSet<int>? Read(string text, int least, int most, params string[] names)
    {
        HashSet<int> numbers = [];
        foreach (string part in text.Split(','))
        {
            if (Range(part, least, most, names) is not { } range)
            {
                return null;
            }

            numbers.UnionWith(range);
        }

        return numbers;
    }

    private static IEnumerable<int>? Range(string part, int least, int most, string[] names)
    {
        string[] halves = part.Split('/');
        int step = 1;
        if (halves.Length > 2 || (halves.Length == 2 && (!int.TryParse(halves[1], NumberStyles.None, CultureInfo.InvariantCulture, out step) || step < 1)))
        {
            return null;
        }

        string[] ends = halves[0] is "*" or "?" ? [] : halves[0].Split('-');
        int? first = ends.Length == 0 ? least : Number(ends[0], least, names);
        int? last = ends.Length switch { 0 => most, 1 => halves.Length == 2 ? most : first, 2 => Number(ends[1], least, names), _ => null };
        return first >= least && last <= most && first <= last
            ? Enumerable.Range(first.Value, last.Value - first.Value + 1).Where(number => (number - first.Value) % step == 0)
            : null;
    }

    private static int? Number(string text, int least, string[] names)
    {
        int place = Array.FindIndex(names, name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
        return place >= 0 ? place + least
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
            : null;
    }
}
