using BitbucketPS.Shell;

return Arguments.Parse(args) switch
{
    { Error: { } error } => Usage.Refuse(error),
    { Mode: ShellMode.Help } => Usage.Print(),
    { } arguments => new ShellSession(arguments).Run(),
};
