using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>
/// When a schedule runs, in UTC: seconds, minutes, hours, days of the month, months, days of the week and, if wanted, years, as Quartz
/// writes them. One of the two fields for days is <c>?</c>. Seconds and minutes are single numbers here, so that nothing runs more
/// often than every hour.
/// </summary>
internal sealed class CronPattern
{
    private const int FirstYear = 1970;
    private const int LastYear = 2099;

    private readonly TimeSpan _afterTheHour;
    private readonly HashSet<int> _hours;
    private readonly HashSet<int> _days;
    private readonly HashSet<int> _months;
    private readonly HashSet<int> _weekdays;
    private readonly HashSet<int> _years;

    private CronPattern(TimeSpan afterTheHour, HashSet<int>[] rest)
    {
        _afterTheHour = afterTheHour;
        (_hours, _days, _months, _weekdays, _years) = (rest[0], rest[1], rest[2], rest[3], rest[4]);
    }

    /// <summary>Reads a pattern; null if it is none.</summary>
    public static CronPattern? Read(string text)
    {
        string[] fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is not (6 or 7) || fields[3] is "?" == fields[5] is "?" || Single(fields[0]) is not { } second || Single(fields[1]) is not { } minute)
        {
            return null;
        }

        HashSet<int>?[] rest =
        [
            CronField.Read(fields[2], 0, 23),
            CronField.Read(fields[3], 1, 31),
            CronField.Read(fields[4], 1, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"),
            CronField.Read(fields[5], 1, 7, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"),
            CronField.Read(fields.Length == 7 ? fields[6] : "*", FirstYear, LastYear),
        ];
        return Array.TrueForAll(rest, field => field is not null) ? new(new(0, minute, second), rest!) : null;
    }

    /// <summary>The times after one and up to another.</summary>
    public IEnumerable<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset until)
    {
        for (DateTime day = after.UtcDateTime.Date; day <= until.UtcDateTime; day = day.AddDays(1))
        {
            foreach (DateTimeOffset time in Fits(day) ? _hours.Order().Select(hour => new DateTimeOffset(day.AddHours(hour) + _afterTheHour, TimeSpan.Zero)) : [])
            {
                if (time > after && time <= until)
                {
                    yield return time;
                }
            }
        }
    }

    private bool Fits(DateTime day)
        => _years.Contains(day.Year) && _months.Contains(day.Month) && _days.Contains(day.Day) && _weekdays.Contains((int)day.DayOfWeek + 1);

    private static int? Single(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < 60 ? number : null;
}
