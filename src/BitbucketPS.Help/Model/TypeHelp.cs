namespace BitbucketPS.Help;

/// <summary>A type that goes into a cmdlet or comes out of it.</summary>
/// <param name="Name">Its full name, or None.</param>
/// <param name="Description">What it is; may be empty.</param>
internal sealed record TypeHelp(string Name, string Description)
{
    public const string Nothing = "None";
}
