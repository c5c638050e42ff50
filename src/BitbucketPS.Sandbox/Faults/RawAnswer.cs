using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace BitbucketPS.Sandbox;

/// <summary>
/// Sends an answer past the server below, which keeps to HTTP: it would hold the headers back, or drop them with the
/// connection. The connection has to be aborted afterwards.
/// </summary>
internal static class RawAnswer
{
    /// <summary>Sends the headers of the response, and a body that need not be as long as they say.</summary>
    /// <returns>The connection, which has taken over all of it.</returns>
    public static async Task<Socket> SendAsync(FaultCall call, long promised, ReadOnlyMemory<byte> body)
    {
        Socket socket = call.Http.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        call.LogEntry.Write(call.Response.StatusCode);
        byte[] answer = [.. Encoding.Latin1.GetBytes(Head(call, promised)), .. body.Span];
        int sent = 0;
        while (sent < answer.Length)
        {
            sent += await socket.SendAsync(answer.AsMemory(sent), call.Http.RequestAborted);
        }

        return socket;
    }

    private static string Head(FaultCall call, long promised)
    {
        int status = call.Response.StatusCode;
        call.Response.ContentLength = promised;
        call.Response.Headers.Date = call.Date;
        StringBuilder head = new($"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\n");
        foreach ((string name, StringValues values) in call.Response.Headers)
        {
            head.Append(name).Append(": ").Append(values.ToString()).Append("\r\n");
        }

        return head.Append("\r\n").ToString();
    }
}
