namespace BitbucketPS.Sandbox;

/// <summary>Matches names of branches: <c>*</c> is any text, also with slashes in it; every other character is itself.</summary>
internal static class BranchPattern
{
    public static bool Matches(string pattern, string name)
    {
        string[] parts = pattern.Split('*');
        if (parts.Length == 1)
        {
            return string.Equals(pattern, name, StringComparison.Ordinal);
        }

        if (name.Length < parts[0].Length + parts[^1].Length
            || !name.StartsWith(parts[0], StringComparison.Ordinal)
            || !name.EndsWith(parts[^1], StringComparison.Ordinal))
        {
            return false;
        }

        // The first place is as good as any other: what follows only needs room.
        ReadOnlySpan<char> middle = name.AsSpan(parts[0].Length..^parts[^1].Length);
        foreach (string part in parts[1..^1])
        {
            int place = middle.IndexOf(part, StringComparison.Ordinal);
            if (place < 0)
            {
                return false;
            }

            middle = middle[(place + part.Length)..];
        }

        return true;
    }
}
