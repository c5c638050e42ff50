using System.Globalization;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>The little of git's wire protocol that its commands leave to the web server.</summary>
internal static class GitProtocol
{
    private const int Newest = 2;

    /// <summary>The newest version that a client offers in <c>Git-Protocol: version=2:…</c>; 0 without an offer.</summary>
    /// <remarks>Only the number goes on to git, so that no header becomes a variable of a process as it is.</remarks>
    public static int ReadVersion(HttpRequest request)
        => request.Headers["Git-Protocol"].ToString().Split(':')
            .Select(pair => pair is "version=1" ? 1 : pair is "version=2" ? Newest : 0)
            .Max();

    /// <summary>The first lines of an advertisement, which protocol 2 does without; a push knows no protocol 2.</summary>
    public static void WritePreamble(Stream output, GitService service, int version)
    {
        if (version < Newest || service.Writes)
        {
            string line = $"# service={service.Name}\n";
            string length = (line.Length + 4).ToString("x4", CultureInfo.InvariantCulture);
            output.Write(Encoding.ASCII.GetBytes($"{length}{line}0000"));
        }
    }
}
