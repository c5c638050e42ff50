namespace BitbucketPS.Trimming;

internal static partial class AnswerFields
{
    private static void AddUsers(Dictionary<Type, AnswerShape> shapes)
    {
        shapes[typeof(Account)] = new("type display_name nickname username uuid account_id account_status created_on is_staff has_2fa_enabled website location links");
        shapes[typeof(Participant)] = new("type user role approved state participated_on");
        shapes[typeof(UserEmail)] = new("type email is_primary is_confirmed links");
    }
}
