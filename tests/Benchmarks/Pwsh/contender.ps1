# Speaks the language of ContenderLoop.cs: prints "ready", then answers each line with an outcome in JSON.
param([string] $Server, [ValidateSet('rest', 'rest-100', 'module')] [string] $Way, [string] $Manifest)

$ErrorActionPreference = 'Stop'
$headers = @{ Authorization = 'Bearer token' }
$query = if ($Way -eq 'rest-100') { '?pagelen=100' }

function Get-Branch {
    if ($Way -eq 'module') {
        Get-BitbucketBranch acme/website
        return
    }

    $next = "$Server/2.0/repositories/acme/website/refs/branches$query"
    while ($next) {
        $page = Invoke-RestMethod $next -Headers $headers
        $page.values
        $next = $page.next
    }
}

# Fowler-Noll-Vo in 64 bits, which PowerShell's own numbers overflow.
function Add-ToOrder([bigint] $Order, [string] $Name) {
    foreach ($letter in "$Name`n".ToCharArray()) {
        $Order = (($Order -bxor [int] $letter) * [bigint] 1099511628211) % [bigint]::Pow(2, 64)
    }

    $Order
}

function Measure-Branch([bool] $Check) {
    [GC]::Collect()
    [GC]::WaitForPendingFinalizers()
    $self = [Diagnostics.Process]::GetCurrentProcess()
    $count = 0
    $first = 0
    $names = [Collections.Generic.List[string]]::new()
    $allocated = [GC]::GetTotalAllocatedBytes($true)
    $cpu = $self.TotalProcessorTime
    $watch = [Diagnostics.Stopwatch]::StartNew()
    Get-Branch | ForEach-Object {
        if ($count++ -eq 0) { $first = $watch.Elapsed.TotalMilliseconds }
        if ($Check) { $names.Add($_.name) }
    }
    $total = $watch.Elapsed.TotalMilliseconds
    $allocated = [GC]::GetTotalAllocatedBytes($true) - $allocated
    $self.Refresh()
    @{
        count = $count
        first = $first
        total = $total
        cpu = ($self.TotalProcessorTime - $cpu).TotalMilliseconds
        allocated = $allocated
        peakWorkingSet = $self.PeakWorkingSet64
        order = if ($Check) { Get-Order $names }
    } | ConvertTo-Json -Compress
}

function Get-Order($Names) {
    $order = [bigint]::Parse('14695981039346656037')
    foreach ($name in $Names) { $order = Add-ToOrder $order $name }
    $order.ToString('x').TrimStart('0').PadLeft(16, '0')
}

if ($Way -eq 'module') {
    Import-Module $Manifest
    Connect-Bitbucket -AccessToken token -BaseUri $Server
}

[Console]::WriteLine('ready')
while ($null -ne ($line = [Console]::In.ReadLine())) {
    [Console]::WriteLine((Measure-Branch $line.StartsWith('check')))
}
