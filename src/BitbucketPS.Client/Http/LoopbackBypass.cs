using System.Net;

namespace BitbucketPS.Http;

/// <summary>
/// The machine's proxy, for everything but this machine itself: plain http is allowed there because it never leaves, and
/// .NET would hand it to a proxy all the same, credential included.
/// </summary>
internal sealed class LoopbackBypass(IWebProxy inner) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => inner.Credentials;
        set => inner.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : inner.GetProxy(destination);

    public bool IsBypassed(Uri host) => ServerAddress.IsLoopback(host) || inner.IsBypassed(host);
}
