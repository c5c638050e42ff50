using System.Net;
using System.Net.Sockets;

namespace BitbucketPS.Benchmarks.Server;

/// <summary>
/// Plays the part of Bitbucket that is measured against, on this machine, as cheaply as it goes: it shares the processors
/// with those it serves.
/// </summary>
internal static class LoopbackServer
{
    /// <summary>Prints its address, and serves until its standard input ends, and with it the program that started it.</summary>
    public static async Task<int> ServeAsync()
    {
        using Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(backlog: 128);
        string address = $"http://{listener.LocalEndPoint}";
        Task accepting = AcceptAsync(listener, new(address));
        Console.WriteLine(address);
        await Task.WhenAny(accepting, Console.In.ReadToEndAsync());
        return ExitCodes.Kept;
    }

    private static async Task AcceptAsync(Socket listener, World world)
    {
        while (true)
        {
            Socket socket = await listener.AcceptAsync();
            socket.NoDelay = true;
            _ = new Connection(socket, world).ServeAsync();
        }
    }
}
