using System.Net;
using System.Net.Sockets;

namespace BitbucketPS.Client.Tests.Authorization;

/// <summary>Ports of this machine, for callbacks whose port is fixed.</summary>
internal static class Ports
{
    /// <summary>A port that is free just now.</summary>
    public static int Free()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Fails where anyone still listens on a port.</summary>
    public static void AssertFree(int port)
    {
        using TcpListener probe = new(IPAddress.Loopback, port);
        probe.Start();
    }
}
