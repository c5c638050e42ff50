namespace BitbucketPS.Json;

/// <summary>Reads an object of which only the name is of interest, such as <c>"mainbranch": {"type": "branch", "name": "main"}</c>.</summary>
internal sealed class NamedConverter() : TextPropertyConverter("name");
