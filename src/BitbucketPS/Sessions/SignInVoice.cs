using System.Management.Automation;
using System.Management.Automation.Host;
using BitbucketPS.Authorization;

namespace BitbucketPS.Cmdlets;

/// <summary>Tells the person how a sign-in goes on. Used on the engine's thread only.</summary>
internal sealed class SignInVoice(PSCmdlet cmdlet)
{
    // The tag of Write-Host: the host shows it whatever the preferences are.
    private const string HostTag = "PSHOST";

    /// <summary>Says a step, without anything secret.</summary>
    /// <param name="step">The step.</param>
    /// <param name="opensBrowser">False if the person has to open the address.</param>
    public void Say(SignInStep step, bool opensBrowser)
    {
        switch (step.Kind)
        {
            case SignInStepKind.RequestTokenReceived:
                Inform($"Request token received from {step.Address.Authority}.");
                break;
            case SignInStepKind.AuthorizationNeeded when opensBrowser:
                Inform($"Asking for approval at {step.Address.AbsoluteUri}");
                break;
            case SignInStepKind.AuthorizationNeeded:
                Show($"Open this address and approve the request:{Environment.NewLine}{step.Address.AbsoluteUri}");
                break;
            case SignInStepKind.VerifierReceived:
                Inform("Approved: the verifier has come.");
                break;
            case SignInStepKind.CodeReceived:
                Inform("Approved: the code has come.");
                break;
            case SignInStepKind.AccessTokenReceived:
                Inform("Access token received: from now on every request is signed.");
                break;
        }
    }

    /// <summary>Asks for what the browser brought.</summary>
    /// <exception cref="BitbucketSignInException">The host cannot ask.</exception>
    public string AskForVerifier()
    {
        try
        {
            cmdlet.Host.UI.Write("The whole address that the browser was sent to, or the code that the page shows: ");
            return cmdlet.Host.UI.ReadLine() ?? "";
        }
        catch (Exception e) when (e is HostException or NotImplementedException or InvalidOperationException)
        {
            throw new BitbucketSignInException(BitbucketErrorKind.CallbackInvalid, "This host cannot ask for the address that the browser was sent to.", e)
            {
                RecommendedAction = "Sign in from an interactive prompt, or give a -CallbackUri on this machine, such as http://127.0.0.1:0/callback.",
            };
        }
    }

    private void Inform(string message) => cmdlet.WriteInformation(message, ["Connect-Bitbucket"]);

    private void Show(string message) => cmdlet.WriteInformation(new HostInformationMessage { Message = message }, [HostTag]);
}
