namespace BitbucketPS.Sandbox;

/// <summary>The people of the demo data.</summary>
internal static class SeedPeople
{
    /// <summary>Whom every credential acts as that is a person's.</summary>
    public static Account Demo { get; } = Person("demo", "Dana Demo", 2019);

    /// <summary>The authors of the commits, the demo person among them.</summary>
    public static IReadOnlyList<Account> All { get; } =
    [
        Demo,
        Person("asha", "Asha Rao", 2020),
        Person("joerg", "Jörg Müller", 2021),
        Person("mei", "林美", 2022),
        Person("oconnor", "Niamh O'Connor", 2023),
    ];

    /// <summary>The only member of the workspace that the demo person cannot see.</summary>
    public static Account Stranger { get; } = Person("stranger", "Sam Stranger", 2018);

    private static Account Person(string username, string displayName, int year)
        => new(username, displayName, $"{username}@example.org", new(year, 3, 14, 9, 26, 53, TimeSpan.Zero));
}
