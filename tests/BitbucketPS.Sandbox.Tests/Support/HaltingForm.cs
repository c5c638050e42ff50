using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>A form whose upload stands still in the middle of a file until it is told to go on.</summary>
internal sealed class HaltingForm : HttpContent
{
    // More than a server holds that does not read, and more than enough for the rate that it wants to see.
    private const int Before = 4 * 1024 * 1024;

    private readonly TaskCompletionSource _halted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _rest = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HaltingForm()
    {
        Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
    }

    /// <summary>Ends when the upload stands still.</summary>
    public Task Halted => _halted.Task;

    /// <summary>Lets the rest go.</summary>
    public void Continue() => _rest.SetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync("--x\r\nContent-Disposition: form-data; name=\"slow.txt\"; filename=\"slow.txt\"\r\n\r\n"u8.ToArray());
        await stream.WriteAsync(Encoding.ASCII.GetBytes(new string('a', Before)));
        await stream.FlushAsync();
        _halted.SetResult();
        await _rest.Task;
        await stream.WriteAsync("\r\n--x--\r\n"u8.ToArray());
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
