namespace BitbucketPS.Trimming;

internal static partial class AnswerFields
{
    private const string ProjectFields = "type uuid key name description is_private has_publicly_visible_repos created_on updated_on owner workspace";

    private static void AddProjects(Dictionary<Type, AnswerShape> shapes)
    {
        shapes[typeof(Project)] = new($"{ProjectFields} links{{self html avatar repositories}}");
        shapes[typeof(ProjectReference)] = new($"{ProjectFields} links");
    }
}
