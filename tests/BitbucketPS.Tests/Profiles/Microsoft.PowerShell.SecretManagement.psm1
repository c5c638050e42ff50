# A stand-in for Microsoft.PowerShell.SecretManagement: vaults are folders beside this file, secrets are files in them. What a
# vault does wrong is said by files: "Get-Secret.fail", "Set-Secret.locked" and the like, in the folder of the vault. It tells every
# stream all that it knows, as no vault should. The engine alone has no Write-Error, Write-Verbose and so on.

class PasswordRequiredException : System.InvalidOperationException
{
    PasswordRequiredException([string] $message) : base($message) { }
}

function Write-Failure($Cmdlet, [string] $Text, [System.Management.Automation.ErrorCategory] $Category)
{
    $Cmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([System.Exception]::new($Text), 'FakeVault', $Category, $Text))
}

function Enter-Vault($Cmdlet, [string] $Vault, [string] $Command, [string] $Text)
{
    $folder = [System.IO.Path]::Combine($PSScriptRoot, 'vaults', $Vault)
    if (-not [System.IO.Directory]::Exists($folder)) { throw "Vault not found in registry: $Vault" }

    [System.IO.File]::AppendAllText([System.IO.Path]::Combine($PSScriptRoot, 'calls.log'),
        "$Command $([System.Environment]::CurrentManagedThreadId) $([runspace]::DefaultRunspace.InstanceId)`n")
    $Cmdlet.WriteVerbose("verbose $Text")
    $Cmdlet.WriteDebug("debug $Text")
    $Cmdlet.WriteWarning("warning $Text")
    $Cmdlet.WriteInformation("information $Text", [string[]] 'PSHOST')
    if ([System.IO.File]::Exists("$folder/$Command.slow")) { [System.Threading.Thread]::Sleep(2000) }
    if ([System.IO.File]::Exists("$folder/$Command.locked")) { throw [PasswordRequiredException]::new("Vault requires a password") }
    if ([System.IO.File]::Exists("$folder/$Command.fail")) { Write-Failure $Cmdlet "No luck with $Text" ResourceUnavailable }
    $folder
}

function Get-SecretVault
{
    [CmdletBinding()] param()
    foreach ($folder in [System.IO.Directory]::GetDirectories([System.IO.Path]::Combine($PSScriptRoot, 'vaults')))
    {
        [pscustomobject] @{ Name = [System.IO.Path]::GetFileName($folder) }
    }
}

function Get-SecretInfo
{
    [CmdletBinding()] param([string] $Name, [string] $Vault)
    $folder = Enter-Vault $PSCmdlet $Vault Get-SecretInfo $Name
    foreach ($file in [System.IO.Directory]::GetFiles($folder, '*.secret'))
    {
        $secret = [System.IO.Path]::GetFileNameWithoutExtension($file)
        if ($secret -like $Name) { [pscustomobject] @{ Name = $secret; Vault = $Vault } }
    }
}

function Get-Secret
{
    [CmdletBinding()] param([string] $Name, [string] $Vault, [switch] $AsPlainText)
    $path = "$([System.IO.Path]::Combine($PSScriptRoot, 'vaults', $Vault))/$Name.secret"
    $text = if ([System.IO.File]::Exists($path)) { [System.IO.File]::ReadAllText($path) }
    $null = Enter-Vault $PSCmdlet $Vault Get-Secret "$Name $text"
    if ($null -eq $text) { Write-Failure $PSCmdlet "The secret $Name was not found." ObjectNotFound; return }
    if ($AsPlainText) { return $text }
    [System.Net.NetworkCredential]::new('', $text).SecurePassword
}

function Set-Secret
{
    [CmdletBinding(SupportsShouldProcess)] param([string] $Name, [object] $Secret, [securestring] $SecureStringSecret, [string] $Vault)
    if (-not $PSCmdlet.ShouldProcess($Vault, 'Write secret')) { return }
    $text = if ($SecureStringSecret) { [System.Net.NetworkCredential]::new('', $SecureStringSecret).Password } else { "$Secret" }
    $folder = Enter-Vault $PSCmdlet $Vault Set-Secret "$Name $text"
    if ([System.IO.File]::Exists("$folder/Set-Secret.forget")) { return }
    [System.IO.File]::WriteAllText("$folder/$Name.secret", $text)
}

function Remove-Secret
{
    [CmdletBinding(SupportsShouldProcess)] param([string] $Name, [string] $Vault)
    if (-not $PSCmdlet.ShouldProcess($Vault, 'Remove secret')) { return }
    $folder = Enter-Vault $PSCmdlet $Vault Remove-Secret $Name
    [System.IO.File]::Delete("$folder/$Name.secret")
}

Export-ModuleMember -Function Get-SecretVault, Get-SecretInfo, Get-Secret, Set-Secret, Remove-Secret
