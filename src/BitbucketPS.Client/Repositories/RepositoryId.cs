using System.Diagnostics.CodeAnalysis;

namespace BitbucketPS;

/// <summary>What addresses a repository: its workspace and its slug, written <c>workspace/slug</c>.</summary>
/// <remarks>Either part may be a UUID in braces. Two ids are equal regardless of case, as in Bitbucket's addresses.</remarks>
public sealed record RepositoryId
{
    /// <summary>Makes an id of its two parts.</summary>
    /// <param name="workspace">The workspace's slug or UUID.</param>
    /// <param name="slug">The repository's slug or UUID.</param>
    /// <exception cref="BitbucketException">A part is empty or holds what no address can.</exception>
    public RepositoryId(string workspace, string slug)
    {
        if (!IsPart(workspace) || !IsPart(slug))
        {
            throw Malformed($"{workspace}/{slug}");
        }

        Workspace = workspace;
        Slug = slug;
    }

    /// <summary>Reads <c>workspace/slug</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="BitbucketException">It is not of that form.</exception>
    public RepositoryId(string text)
    {
        if (!TryParse(text, out RepositoryId? id))
        {
            throw Malformed(text);
        }

        (Workspace, Slug) = (id.Workspace, id.Slug);
    }

    /// <summary>The workspace's slug, or its UUID in braces.</summary>
    public string Workspace { get; }

    /// <summary>The repository's slug, or its UUID in braces.</summary>
    public string Slug { get; }

    /// <summary>Reads <c>workspace/slug</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id, if it is one.</param>
    /// <returns>True if it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out RepositoryId? id)
    {
        string[] parts = text?.Split('/') ?? [];
        id = parts is [string workspace, string slug] && IsPart(workspace) && IsPart(slug) ? new(workspace, slug) : null;
        return id is not null;
    }

    /// <summary>Equal if both parts are, regardless of case.</summary>
    /// <param name="other">Another id.</param>
    public bool Equals(RepositoryId? other)
        => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());

    /// <summary><c>workspace/slug</c></summary>
    public override string ToString() => $"{Workspace}/{Slug}";

    /// <summary>True if a text can be a workspace or a slug: letters, digits and <c>-_.~</c>, or a UUID in braces.</summary>
    internal static bool IsPart(string? text)
        => !string.IsNullOrEmpty(text)
        && text is not ("." or "..")
        && (IsUuid(text) || text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '~'));

    private static bool IsUuid(string text) => text is ['{', .. string inner, '}'] && Guid.TryParseExact(inner, "D", out _);

    private static BitbucketException Malformed(string? text)
        => new(BitbucketErrorKind.InvalidRepository, $"'{text}' is not a repository.")
        {
            RecommendedAction = "Give it as workspace/slug, for example acme/website.",
        };
}
