# What the README's first command shows: every line runs as it would at a prompt, against a sandbox on this machine.
# Out-Default ends each table, as a prompt does between two commands.
$InformationPreference = 'Continue'

'BitbucketPS: from an OAuth 1.0a consumer to branches on the pipeline'
''
'PS> Connect-Bitbucket -Sandbox'
Connect-Bitbucket -Sandbox
Get-BitbucketSession | Out-Default

'PS> Get-BitbucketRepository'
Get-BitbucketRepository | Out-Default

'PS> Get-BitbucketBranch demo/api'
Get-BitbucketBranch demo/api | Out-Default

'PS> (Get-BitbucketBranch demo/website).Count'
(Get-BitbucketBranch demo/website).Count | Out-Default
''
'PS> Get-BitbucketBranch demo/api release/1* | Remove-BitbucketBranch -WhatIf'
Get-BitbucketBranch demo/api release/1* | Remove-BitbucketBranch -WhatIf
''
'PS> (Invoke-BitbucketRequest /1.0/repositories/demo/docs/branches).main'
(Invoke-BitbucketRequest /1.0/repositories/demo/docs/branches).main | Out-Default

'Signed in, listed, and nothing was changed. What to type next:'
''
'  dotnet run --project src/BitbucketPS.Shell -- -Interactive'
'      a prompt with Tab completion; begin with: Connect-Bitbucket -Sandbox'
"  dotnet run --project src/BitbucketPS.Shell -- -Command 'Get-Help Connect-Bitbucket -Full'"
'      how to sign in to your own Bitbucket'
'  Import-Module ./BitbucketPS.psd1'
'      the same module in PowerShell 7.4 or later'
