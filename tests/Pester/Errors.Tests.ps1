#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

BeforeAll {
    Import-Module "$PSScriptRoot/../../BitbucketPS.psd1" -Force -ErrorAction Stop
    Connect-Bitbucket -Sandbox
}

AfterAll {
    Disconnect-Bitbucket
}

Describe 'An error' {
    It 'of {<Command>} is one, with id <Id>, category <Category> and what to do' -ForEach @(
        @{ Command = { Get-BitbucketBranch nowhere/nothing }; Id = 'NotFound'; Category = 'ObjectNotFound' }
        @{ Command = { Get-BitbucketRepository nowhere/nothing }; Id = 'NotFound'; Category = 'ObjectNotFound' }
        @{ Command = { Get-BitbucketBranch demo/api missing }; Id = 'NotFound'; Category = 'ObjectNotFound' }
        @{ Command = { Get-BitbucketBranch not/a/repository }; Id = 'InvalidRepository'; Category = 'InvalidArgument' }
        @{ Command = { Get-BitbucketBranch 'demo/with space' }; Id = 'InvalidRepository'; Category = 'InvalidArgument' }
    ) {
        # Build servers set it to Stop, and then nothing comes out of the redirection.
        $ErrorActionPreference = 'Continue'
        $failures = @(& $Command 2>&1)
        $failures | Should -HaveCount 1
        $failures[0] | Should -BeOfType ([System.Management.Automation.ErrorRecord])
        $failures[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failures[0].CategoryInfo.Category | Should -Be $Category
        $failures[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'names the input it is about' {
        Get-BitbucketBranch nowhere/nothing -ErrorAction SilentlyContinue -ErrorVariable failures
        "$($failures[0])" | Should -Match 'nowhere/nothing'
        "$($failures[0].TargetObject)" | Should -Be 'nowhere/nothing'
    }

    It 'stops the script with -ErrorAction Stop' {
        { Get-BitbucketBranch nowhere/nothing -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,*'
    }
}

Describe 'Without a session' {
    BeforeAll {
        Disconnect-Bitbucket
    }

    It '{<Command>} ends with one error that says how to connect' -ForEach @(
        @{ Command = { Get-BitbucketRepository demo/api } }
        @{ Command = { Get-BitbucketBranch demo/api } }
        @{ Command = { New-BitbucketBranch demo/api x } }
        @{ Command = { Remove-BitbucketBranch demo/api x -Confirm:$false } }
        @{ Command = { Invoke-BitbucketRequest /user } }
    ) {
        $failure = $Command | Should -Throw -ErrorId 'NotConnected,*' -PassThru
        $failure.CategoryInfo.Category | Should -Be 'ConnectionError'
        $failure.ErrorDetails.RecommendedAction | Should -Match 'Connect-Bitbucket'
    }
}
