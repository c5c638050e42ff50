#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

BeforeAll {
    Import-Module "$PSScriptRoot/../../BitbucketPS.psd1" -Force -ErrorAction Stop
    Connect-Bitbucket -Sandbox

    function Get-Used { (Get-BitbucketRateLimit -Resource repositories).Used }
}

AfterAll {
    Disconnect-Bitbucket
}

Describe 'Lists' {
    It 'asks for one page where the pipeline wants one object' {
        $null = Get-BitbucketBranch demo/website main
        $before = Get-Used
        Get-BitbucketBranch demo/website | Select-Object -First 1 | Should -HaveCount 1
        (Get-Used) - $before | Should -Be 1
    }

    It 'asks for as many pages as there are' {
        $null = Get-BitbucketBranch demo/website main
        $before = Get-Used
        $count = @(Get-BitbucketBranch demo/website).Count
        (Get-Used) - $before | Should -Be ([math]::Ceiling($count / 100))
    }

    It 'gives the part that is asked for' {
        $all = (Get-BitbucketBranch demo/website).Name
        (Get-BitbucketBranch demo/website -Skip 150 -First 30).Name | Should -Be $all[150..179]
    }

    It 'tells how many there are' {
        $all = @(Get-BitbucketBranch demo/website)
        [long] (Get-BitbucketBranch demo/website -First 0 -IncludeTotalCount) | Should -Be $all.Count
    }

    It 'writes the branches of many repositories in their order' {
        $repositories = @(Get-BitbucketRepository demo/*)
        $expected = foreach ($repository in $repositories) { (Get-BitbucketBranch $repository.FullName).Name }
        ($repositories | Get-BitbucketBranch).Name | Should -Be $expected
    }
}

Describe 'Get-BitbucketRateLimit' {
    It 'counts what was sent' {
        $null = Get-BitbucketRepository demo/website
        $limit = Get-BitbucketRateLimit -Resource repositories
        $limit.Used | Should -BeGreaterThan 0
        $limit.Remaining | Should -Be ($limit.Limit - $limit.Used)
        $limit.Source | Should -Be 'Documented'
    }
}
