using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>Many people.</summary>
internal static class BulkPeople
{
    private static readonly string[] s_first =
    [
        "Ada", "Björn", "Chiara", "Dmitri", "Élise", "Farid", "Greta", "Hiro", "Inés", "Jan", "Kaito", "Leïla", "Marta", "Nils", "Oluwaseun",
        "Petra", "Quentin", "Renée", "Søren", "Tomáš", "Uma", "Viktor", "Wanda", "Xenia", "Yusuf", "Zoë",
    ];

    private static readonly string[] s_last =
        ["Abe", "Björk", "Costa", "Dvořák", "Eriksen", "Fischer", "García", "Hansen", "Ito", "Jansen", "Kowalski", "Lund", "Meyer", "Novak", "O'Neill", "Park", "Quist"];

    private static readonly DateTimeOffset s_firstDay = new(2020, 1, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Makes them; their user names are <c>user-0001</c> and so on.</summary>
    public static IReadOnlyList<Account> Make(int count)
        => [.. Enumerable.Range(1, count).Select(MakeOne)];

    // Neither list is as long as a multiple of the other: names repeat late.
    private static Account MakeOne(int number)
    {
        string username = string.Create(CultureInfo.InvariantCulture, $"user-{number:0000}");
        string name = $"{s_first[number % s_first.Length]} {s_last[number % s_last.Length]}";
        return new(username, name, $"{username}@example.org", s_firstDay.AddHours(number * 7));
    }
}
