using BitbucketPS.Authorization;

namespace BitbucketPS;

/// <summary>
/// The assembly that needs packages of others. It is loaded at the first use, so that an import and a session of an access token
/// never pay for it, and into a context of its own.
/// </summary>
internal static class SignInAssembly
{
    private const string Name = "BitbucketPS.SignIn";

    private static readonly Lazy<ISignInServices> s_services = new(Load);

    /// <summary>What it offers.</summary>
    /// <exception cref="BitbucketException">It is not there.</exception>
    public static ISignInServices Services => s_services.Value;

    private static ISignInServices Load()
    {
        string path = Path.Combine(Path.GetDirectoryName(typeof(SignInAssembly).Assembly.Location)!, "lib", $"{Name}.dll");
        if (!File.Exists(path))
        {
            throw new BitbucketException(BitbucketErrorKind.FileFailed, $"A part of the module is missing: {path}.")
            {
                RecommendedAction = "Install the module again, whole, or build the solution.",
            };
        }

        Type services = new SignInLoadContext(path).LoadFromAssemblyPath(path).GetType($"{Name}.SignInServices", throwOnError: true)!;
        return (ISignInServices)Activator.CreateInstance(services)!;
    }
}
