namespace BitbucketPS.Trimming;

internal static partial class AnswerFields
{
    private static void AddProjects(Dictionary<Type, AnswerShape> shapes)
    {
        shapes[typeof(ProjectReference)] = new("type uuid key name description is_private has_publicly_visible_repos created_on updated_on owner workspace links");
    }
}
