using System.Net;
using System.Net.Sockets;

namespace BitbucketPS.Authorization;

/// <summary>Binds the sockets of a loopback address: both families for <c>localhost</c>, on one port.</summary>
internal static class LoopbackSockets
{
    // Any free port of one family may be taken in the other; a few tries find one that is free in both.
    private const int Tries = 20;

    /// <summary>Binds and listens.</summary>
    /// <param name="callback">An http address of this machine; port 0 stands for any free port.</param>
    /// <exception cref="BitbucketSignInException">The port is taken or forbidden.</exception>
    public static IReadOnlyList<TcpListener> Bind(Uri callback)
    {
        IPAddress[] addresses = IPAddress.TryParse(callback.Host, out IPAddress? one)
            ? [one]
            : [IPAddress.Loopback, IPAddress.IPv6Loopback];
        for (int i = 1; ; i++)
        {
            try
            {
                return BindAll(addresses, callback.Port);
            }
            catch (SocketException e) when (callback.Port != 0 || i == Tries)
            {
                throw Refuse(callback, e);
            }
            catch (SocketException)
            {
                // Port 0: another draw.
            }
        }
    }

    private static List<TcpListener> BindAll(IPAddress[] addresses, int port)
    {
        List<TcpListener> listeners = [];
        try
        {
            foreach (IPAddress address in addresses)
            {
                if (TryBind(address, port, isFirst: listeners.Count == 0) is TcpListener listener)
                {
                    listeners.Add(listener);
                    port = ((IPEndPoint)listener.LocalEndpoint).Port;
                }
            }

            return listeners;
        }
        catch (SocketException)
        {
            listeners.ForEach(listener => listener.Dispose());
            throw;
        }
    }

    // A machine without IPv6 has nobody on ::1 that the browser could reach instead; a taken port does.
    private static TcpListener? TryBind(IPAddress address, int port, bool isFirst)
    {
        TcpListener? listener = null;
        try
        {
            listener = new(address, port);
            if (OperatingSystem.IsWindows())
            {
                // Elsewhere this would forbid the port for minutes after the last sign-in.
                listener.ExclusiveAddressUse = true;
            }

            listener.Start();
            return listener;
        }
        catch (SocketException e) when (!isFirst && e.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported)
        {
            listener?.Dispose();
            return null;
        }
        catch (SocketException)
        {
            listener?.Dispose();
            throw;
        }
    }

    private static BitbucketSignInException Refuse(Uri callback, SocketException e)
    {
        string reason = e.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => "another program listens there",
            SocketError.AccessDenied => "the system does not allow it",
            _ => e.Message,
        };
        return new(BitbucketErrorKind.CallbackPortInUse, $"Cannot listen on port {callback.Port} for the callback {callback}: {reason}.", e)
        {
            RecommendedAction = "Name another address with -CallbackUri (port 0 takes any free port), or end the other program.",
        };
    }
}
