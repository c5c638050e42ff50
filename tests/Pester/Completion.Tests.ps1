#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

BeforeAll {
    Import-Module "$PSScriptRoot/../../BitbucketPS.psd1" -Force -ErrorAction Stop
    Connect-Bitbucket -Sandbox

    function Get-Completion([string] $Line) {
        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches.CompletionText
    }
}

AfterAll {
    Disconnect-Bitbucket
}

Describe 'Tab' {
    It 'offers <Expected> for: <Line>' -ForEach @(
        @{ Line = 'Get-BitbucketBranch demo/w'; Expected = 'demo/website' }
        @{ Line = 'Get-BitbucketBranch mob'; Expected = 'demo/mobile-app' }
        @{ Line = 'Get-BitbucketBranch demo/api release/1'; Expected = 'release/1.1' }
        @{ Line = 'Get-BitbucketBranch -Repository api -Name spike'; Expected = 'spike/graphql' }
        @{ Line = 'Remove-BitbucketBranch demo/api hot'; Expected = 'hotfix/2.1.1' }
        @{ Line = 'New-BitbucketBranch demo/api x dev'; Expected = 'develop' }
        @{ Line = 'Get-BitbucketRepository -Workspace d'; Expected = 'demo' }
    ) {
        Get-Completion $Line | Should -Contain $Expected
    }

    It 'quotes a name so that the line runs' {
        $completed = Get-Completion 'Get-BitbucketBranch demo/website feature/o'
        $completed | Should -Be "'feature/o''clock'"
        (Invoke-Expression "Get-BitbucketBranch demo/website $completed").Name | Should -Be "feature/o'clock"
    }

    It 'offers nothing, and no files either, where there is nothing' {
        Get-Completion 'Get-BitbucketBranch nowhere/nothing x' | Should -BeNullOrEmpty
    }
}
