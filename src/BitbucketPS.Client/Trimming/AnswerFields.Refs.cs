namespace BitbucketPS.Trimming;

internal static partial class AnswerFields
{
    private static void AddRefs(Dictionary<Type, AnswerShape> shapes)
    {
        shapes[typeof(Branch)] = new("type name target links{self html commits pullrequest_create} merge_strategies default_merge_strategy sync_strategies");
        shapes[typeof(RefAnswer)] = new("type name target links{self html commits pullrequest_create} merge_strategies default_merge_strategy sync_strategies message date tagger");
        shapes[typeof(Tag)] = new("type name target links{self html commits} message date tagger");
    }
}
