namespace BitbucketPS.Trimming;

internal static partial class AnswerFields
{
    private static void AddWorkspaces(Dictionary<Type, AnswerShape> shapes)
    {
        shapes[typeof(WorkspaceAccess)] = new("type administrator permission last_accessed added_on user workspace links");
        shapes[typeof(WorkspaceMember)] = new("type permission last_accessed added_on user workspace links");
        shapes[typeof(Workspace)] = new(
            "type uuid slug name is_private is_personal is_privacy_enforced forking_mode created_on updated_on links{avatar html members owners projects repositories snippets self}");
    }
}
