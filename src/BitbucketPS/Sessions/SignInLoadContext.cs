using System.Reflection;
using System.Runtime.Loader;

namespace BitbucketPS;

/// <summary>
/// Holds the packages that signing in needs. Another module's versions of them live in the default context: neither sees the
/// other's, whichever was first. What lies in module/lib is ours; all else, the client with the types we share first of all, is
/// the process's own.
/// </summary>
internal sealed class SignInLoadContext(string path) : AssemblyLoadContext("BitbucketPS.SignIn")
{
    private readonly AssemblyDependencyResolver _resolver = new(path);

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName)
        => _resolver.ResolveAssemblyToPath(assemblyName) is string file ? LoadFromAssemblyPath(file) : null;
}
