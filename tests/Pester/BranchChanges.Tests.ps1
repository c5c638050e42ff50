#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

BeforeAll {
    Import-Module "$PSScriptRoot/../../BitbucketPS.psd1" -Force -ErrorAction Stop

    # What all repositories hold, asked anew each time.
    function Get-AllBranch {
        Get-BitbucketRepository demo/* | Get-BitbucketBranch | ForEach-Object { "$($_.Repository):$($_.Name)" }
    }
}

AfterAll {
    Disconnect-Bitbucket
}

Describe 'Changing branches' {
    # These tests change things, so each begins with a sandbox of its own.
    BeforeEach {
        Connect-Bitbucket -Sandbox
    }

    AfterEach {
        Disconnect-Bitbucket
    }

    Context 'New-BitbucketBranch' {
        It 'makes a branch off the main branch, and writes it' {
            $made = New-BitbucketBranch demo/api "feature/it's-100%-new"
            $made.Name | Should -BeExactly "feature/it's-100%-new"
            $made.Target.Hash | Should -Be (Get-BitbucketBranch demo/api main).Target.Hash
            (Get-BitbucketBranch demo/api "feature/it's-100%-new").Target.Hash | Should -Be $made.Target.Hash
        }

        It 'makes nothing with -WhatIf' {
            New-BitbucketBranch demo/api feature/new -WhatIf | Should -BeNullOrEmpty
            Get-BitbucketBranch demo/api feature/new* | Should -BeNullOrEmpty
        }

        It 'reports a branch that exists already' {
            New-BitbucketBranch demo/api develop -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
            $failures | Should -HaveCount 1
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'Conflict,*'
            $failures[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        }
    }

    Context 'Remove-BitbucketBranch' {
        It 'removes one branch, and writes nothing' {
            Remove-BitbucketBranch demo/api develop -Confirm:$false | Should -BeNullOrEmpty
            Get-BitbucketBranch demo/api develop* | Should -BeNullOrEmpty
        }

        It 'changes nothing with -WhatIf' {
            $before = @(Get-AllBranch)
            Get-BitbucketRepository demo/* |
                Get-BitbucketBranch |
                Where-Object Name -like 'release/*' |
                Remove-BitbucketBranch -WhatIf
            @(Get-AllBranch) | Should -Be $before
        }

        It 'removes exactly what is piped to it' {
            $before = @(Get-AllBranch)
            $kept = @($before -notlike '*:release/*')
            $kept.Count | Should -BeLessThan $before.Count

            Get-BitbucketRepository demo/* |
                Get-BitbucketBranch |
                Where-Object Name -like 'release/*' |
                Remove-BitbucketBranch -Confirm:$false

            @(Get-AllBranch) | Should -Be $kept
        }

        It 'takes the lines of an exported list' {
            $lines = Get-BitbucketBranch demo/api release/1.* | Select-Object Repository, Name | ConvertTo-Csv | ConvertFrom-Csv
            $lines | Remove-BitbucketBranch -Confirm:$false
            Get-BitbucketBranch demo/api release/1.* | Should -BeNullOrEmpty
        }

        It 'reports a missing branch, and removes the others' {
            'spike/graphql', 'missing', 'hotfix/2.1.1' |
                ForEach-Object { [pscustomobject] @{ Repository = 'demo/api'; Name = $_ } } |
                Remove-BitbucketBranch -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failures
            $failures | Should -HaveCount 1
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
            Get-BitbucketBranch demo/api spike/* | Should -BeNullOrEmpty
            Get-BitbucketBranch demo/api hotfix/* | Should -BeNullOrEmpty
        }
    }
}
