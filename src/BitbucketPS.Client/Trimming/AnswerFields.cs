namespace BitbucketPS.Trimming;

/// <summary>
/// What the service is known to send for each model: the API description of August 2026, and what real answers hold beyond it. What is
/// missing here is sent in vain; what is here in vain does no harm, since the service ignores names that it does not know.
/// </summary>
internal static partial class AnswerFields
{
    private static readonly Dictionary<Type, AnswerShape> s_shapes = Build();

    /// <summary>What the service sends for a model; null where it is not known.</summary>
    public static AnswerShape? Of(Type model) => s_shapes.GetValueOrDefault(model);

    private static Dictionary<Type, AnswerShape> Build()
    {
        Dictionary<Type, AnswerShape> shapes = [];
        AddCommits(shapes);
        AddDiffs(shapes);
        AddProjects(shapes);
        AddPullRequestComments(shapes);
        AddPullRequests(shapes);
        AddRefs(shapes);
        AddRepositories(shapes);
        AddSource(shapes);
        AddUsers(shapes);
        AddWorkspaces(shapes);
        return shapes;
    }
}
