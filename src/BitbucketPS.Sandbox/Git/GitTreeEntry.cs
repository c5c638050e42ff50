namespace BitbucketPS.Sandbox;

/// <summary>A file, folder, link or submodule of a commit.</summary>
/// <param name="Mode">git's, such as <c>100644</c>.</param>
/// <param name="Type">git's: blob, tree or commit.</param>
/// <param name="Hash">Of its content.</param>
/// <param name="Size">In bytes; null for folders and submodules.</param>
/// <param name="Path">From the root, with slashes.</param>
internal sealed record GitTreeEntry(string Mode, string Type, string Hash, long? Size, string Path)
{
    public bool IsFolder => Type is "tree";

    public bool IsSubmodule => Type is "commit";

    public bool IsLink => Mode is "120000";

    public bool IsExecutable => Mode is "100755";
}
