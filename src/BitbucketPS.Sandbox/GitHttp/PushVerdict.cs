namespace BitbucketPS.Sandbox;

/// <summary>What the branch restrictions of a repository say to a push.</summary>
/// <param name="Refusals">Why it is refused, for people; empty if it is not.</param>
/// <param name="Settings">What git must see to by itself, for only it knows the commits that come with the push.</param>
internal sealed record PushVerdict(IReadOnlyList<string> Refusals, IReadOnlyList<string> Settings)
{
    private static readonly string[] s_keepHistory = ["-c", "receive.denyNonFastForwards=true"];

    public static PushVerdict Of(PushCommands commands, World world, HostedRepository repository, Account account)
    {
        PushCommand[] branches = [.. commands.All.Where(command => command.BranchName is not null)];
        string[] refusals = [.. branches.Select(command => Refuse(command, world, repository, account)).OfType<string>()];
        bool keepsHistory = branches.Any(command => !RestrictionRules.MayForce(world, repository, command.BranchName!));
        return new(refusals, keepsHistory ? s_keepHistory : []);
    }

    private static string? Refuse(PushCommand command, World world, HostedRepository repository, Account account)
    {
        string branch = command.BranchName!;
        return command.IsDeletion
            ? RestrictionRules.MayDelete(world, repository, account, branch) ? null : $"Permission denied to delete branch {branch}."
            : RestrictionRules.MayPush(world, repository, account, branch) ? null : $"Permission denied to update branch {branch}.";
    }
}
