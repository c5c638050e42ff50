#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

BeforeAll {
    $manifest = "$PSScriptRoot/../../BitbucketPS.psd1"
    Import-Module $manifest -Force -ErrorAction Stop
    Connect-Bitbucket -Sandbox
}

AfterAll {
    Disconnect-Bitbucket
}

Describe 'The module' {
    It 'has a manifest that is in order' {
        (Test-ModuleManifest $manifest -ErrorAction Stop).Name | Should -Be 'BitbucketPS'
    }

    It 'exports what the manifest lists, and nothing else' {
        $listed = (Test-ModuleManifest $manifest).ExportedCmdlets.Keys
        $exported = (Get-Command -Module BitbucketPS).Name
        $exported | Should -HaveCount $listed.Count
        foreach ($name in $listed) {
            $exported | Should -Contain $name
        }
    }

    It 'exports cmdlets alone' {
        @((Get-Command -Module BitbucketPS).CommandType | Where-Object { $_ -ne 'Cmdlet' }) | Should -HaveCount 0
    }

    It 'uses approved verbs' {
        $approved = (Get-Verb).Verb
        foreach ($command in Get-Command -Module BitbucketPS) {
            $approved | Should -Contain $command.Verb -Because $command.Name
        }
    }

    It 'has types that scripts can name' {
        [BitbucketPS.Branch].IsPublic | Should -BeTrue
        [BitbucketPS.BitbucketSession].IsPublic | Should -BeTrue
    }

    It 'shows branches as a table that fits 100 columns' {
        $lines = (Get-BitbucketBranch demo/api | Out-String -Width 100) -split '\r?\n'
        @($lines -match '^Name\s+Commit\s+Date\s+Author\s+Message') | Should -HaveCount 1
        foreach ($line in $lines) {
            $line.TrimEnd().Length | Should -BeLessOrEqual 100 -Because $line
        }
    }
}
