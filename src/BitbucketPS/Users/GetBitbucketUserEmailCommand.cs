using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets the e-mail addresses of the signed-in account.
/// </summary>
/// <remarks>
/// The service tells nobody the addresses of other accounts. A plain address is one request, and an error if the account does not
/// have it.
/// </remarks>
/// <example>
/// <summary>Lists the addresses of the account.</summary>
/// <code>Get-BitbucketUserEmail</code>
/// </example>
/// <example>
/// <summary>Gets the address that mail is sent to.</summary>
/// <code>Get-BitbucketUserEmail | Where-Object IsPrimary</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketUserEmail", SupportsPaging = true)]
[OutputType(typeof(UserEmail))]
[UsesOperation(nameof(UserOperations.ListUserEmails))]
[UsesOperation(nameof(UserOperations.GetUserEmail), With = nameof(Email))]
public sealed class GetBitbucketUserEmailCommand : BitbucketCommand
{
    /// <summary>The address, in which wildcards may stand; all by default.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string Email { get; set; } = "*";

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Email, work =>
    {
        string text = Email;
        NamePattern email = new(text);
        if (!email.HasWildcards)
        {
            return new ListPaging(PagingParameters, work, isServers: true).Read(() => Client.Users.GetEmailAsync(text, StopToken));
        }

        ListPaging paging = new(PagingParameters, work, email.IsEverything);
        ListOptions options = new() { Skip = paging.Skip, First = paging.First, Progress = work };
        return paging.Read(
            Client.Users.ListEmailsAsync(options, StopToken),
            email.IsEverything ? null : address => email.IsMatch(address.Email));
    });
}
