#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

# It starts its sandbox itself, since only so does a test know the secrets that must not show.
BeforeAll {
    Import-Module "$PSScriptRoot/../../BitbucketPS.psd1" -Force -ErrorAction Stop

    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
    foreach ($argument in "$PSScriptRoot/../../module/sandbox/BitbucketPS.Sandbox.dll", '--exit-with-stdin', '--announce-json') {
        $start.ArgumentList.Add($argument)
    }
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $sandbox = [System.Diagnostics.Process]::Start($start)
    $announced = $sandbox.StandardOutput.ReadLine() | ConvertFrom-Json
    $secrets = @($announced.consumerSecret, $announced.accessToken, $announced.apiToken)

    function New-Credential([string] $UserName, [string] $Password) {
        [pscredential]::new($UserName, (ConvertTo-SecureString $Password -AsPlainText -Force))
    }

    function Get-Shown($Session) {
        @(
            "$Session"
            $Session | Out-String
            $Session | Format-List -Property * -Force | Out-String
            $Session | ConvertTo-Json -Depth 5 -WarningAction Ignore
        ) -join "`n"
    }

    function Assert-NoSecret([string] $Text) {
        $Text | Should -Not -BeNullOrEmpty
        foreach ($secret in $secrets) {
            $secret | Should -Not -BeNullOrEmpty
            $Text.Contains($secret) | Should -BeFalse -Because 'a secret must not show'
        }
    }
}

AfterAll {
    Disconnect-Bitbucket
    $sandbox.StandardInput.Close()
    if (-not $sandbox.WaitForExit(5000)) {
        $sandbox.Kill($true)
    }
}

Describe 'Connect-Bitbucket' {
    AfterEach {
        Disconnect-Bitbucket
    }

    It 'signs in with an access token' {
        $session = Connect-Bitbucket -AccessToken $announced.accessToken -BaseUri $announced.baseUri -PassThru
        $session.CredentialKind | Should -Be 'AccessToken'
        $session.Account | Should -Be 'Dana Demo'
        Assert-NoSecret (Get-Shown $session)
    }

    It 'signs in with an API token' {
        $credential = New-Credential $announced.apiTokenEmail $announced.apiToken
        $session = Connect-Bitbucket -ApiToken $credential -BaseUri $announced.baseUri -PassThru
        $session.CredentialKind | Should -Be 'ApiToken'
        Assert-NoSecret (Get-Shown $session)
    }

    It 'signs in with an OAuth 1.0a consumer alone, by <_>' -ForEach 'HmacSha1', 'HmacSha256', 'Plaintext' {
        $consumer = New-Credential $announced.consumerKey $announced.consumerSecret
        $session = Connect-Bitbucket -OAuth1 -TwoLegged -Consumer $consumer -SignatureMethod $_ -BaseUri $announced.baseUri -PassThru
        $session.CredentialKind | Should -Be 'OAuth1'
        Assert-NoSecret (Get-Shown $session)
        (Get-BitbucketBranch demo/api main).Name | Should -Be 'main'
    }

    It 'says nothing secret on any stream' {
        $consumer = New-Credential $announced.consumerKey $announced.consumerSecret
        $streams = & {
            Connect-Bitbucket -OAuth1 -TwoLegged -Consumer $consumer -BaseUri $announced.baseUri -PassThru -Verbose -Debug
            Get-BitbucketBranch demo/api main -Verbose -Debug
            Get-BitbucketBranch demo/api missing -Verbose -Debug -ErrorAction Continue
        } *>&1 | Out-String -Width 1000
        Assert-NoSecret $streams
    }

    It 'refuses a wrong token without repeating it' {
        $secrets += 'MARKED-WRONG-TOKEN'
        { Connect-Bitbucket -AccessToken 'MARKED-WRONG-TOKEN' -BaseUri $announced.baseUri } |
            Should -Throw -ErrorId 'Unauthorized,*' -PassThru |
            ForEach-Object {
                $_.CategoryInfo.Category | Should -Be 'AuthenticationError'
                Assert-NoSecret ($_ | Format-List -Property * -Force | Out-String)
            }
        Get-BitbucketSession | Should -BeNullOrEmpty
    }
}

Describe 'Connect-Bitbucket -Sandbox' {
    AfterEach {
        Disconnect-Bitbucket
    }

    It 'writes nothing, and opens the session of this runspace' {
        Connect-Bitbucket -Sandbox | Should -BeNullOrEmpty
        $session = Get-BitbucketSession
        $session.IsOpen | Should -BeTrue
        $session.Workspace | Should -Be 'demo'
        $session.BaseUri.IsLoopback | Should -BeTrue
    }

    It 'shows no property that could be a secret' {
        $json = Connect-Bitbucket -Sandbox -PassThru | ConvertTo-Json -Depth 5 -WarningAction Ignore
        $json | Should -Match '"CredentialKind"'
        $json | Should -Not -Match 'secret|signature|password|"[^"]*token"\s*:'
    }
}

Describe 'Disconnect-Bitbucket' {
    It 'closes the session, and does nothing where there is none' {
        $session = Connect-Bitbucket -AccessToken $announced.accessToken -BaseUri $announced.baseUri -PassThru
        Disconnect-Bitbucket
        Disconnect-Bitbucket
        $session.IsOpen | Should -BeFalse
        Get-BitbucketSession | Should -BeNullOrEmpty
    }
}
