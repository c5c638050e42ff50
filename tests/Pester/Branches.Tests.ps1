#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

BeforeAll {
    Import-Module "$PSScriptRoot/../../BitbucketPS.psd1" -Force -ErrorAction Stop
    Connect-Bitbucket -Sandbox

    # Single quotes but for what has to be spelt out: both Unicode forms of one name look alike in a file.
    $hardNames = @(
        'feature/deep/er/and/deeper/still'
        "feature/z`u{fc}rich"
        "feature/zu`u{308}rich"
        "feature/`u{65e5}`u{672c}`u{8a9e}"
        "feature/`u{1f680}-launch"
        'feature/100%'
        'feature/a%2Fb'
        'feature/a%252Fb'
        'feature/issue#42'
        'feature/c++'
        'feature/a+b'
        'feature/salt&pepper'
        'feature/key=value'
        "feature/o'clock"
        'feature/"quoted"'
        'feature/semi;colon'
        'feature/wow!'
        'feature/(parens)'
        'feature/comma,separated'
        'feature/$env'
        'feature/@home'
        'feature/{braces}'
        'feature/pipe|less<more>'
        'feature/`tick`'
    )
}

AfterAll {
    Disconnect-Bitbucket
}

Describe 'Get-BitbucketRepository' {
    It 'lists the workspace' {
        (Get-BitbucketRepository demo/*).FullName | Should -Contain 'demo/website'
        @(Get-BitbucketRepository).Count | Should -BeGreaterOrEqual 3
    }

    It 'gets one' {
        (Get-BitbucketRepository demo/website).MainBranch | Should -Be 'main'
    }
}

Describe 'Get-BitbucketBranch' {
    It 'lists all branches, each once, with the hardest names intact' {
        $branches = @(Get-BitbucketBranch demo/website)
        $branches.Count | Should -BeGreaterThan 250

        # Ordinal, as git compares: -contains takes both Unicode forms of a name for one.
        $names = [System.Collections.Generic.HashSet[string]]::new([string[]] $branches.Name, [StringComparer]::Ordinal)
        $names.Count | Should -Be $branches.Count
        foreach ($name in $hardNames) {
            $names.Contains($name) | Should -BeTrue -Because $name
        }
    }

    It 'finds each of the hardest names by itself' {
        foreach ($name in $hardNames) {
            $branch = @(Get-BitbucketBranch demo/website -Name $name)
            $branch | Should -HaveCount 1 -Because $name
            [string]::Equals($branch[0].Name, $name, [StringComparison]::Ordinal) | Should -BeTrue -Because $name
        }
    }

    It 'writes typed objects that know their repository and their commit' {
        $branch = Get-BitbucketBranch demo/api main
        $branch | Should -BeOfType ([BitbucketPS.Branch])
        "$($branch.Repository)" | Should -Be 'demo/api'
        $branch.Target.Hash | Should -Match '^[0-9a-f]{40}$'
        $branch.Target.Date | Should -BeOfType ([DateTimeOffset])
    }

    It 'takes wildcards' {
        (Get-BitbucketBranch demo/api 'release/1.*').Name | Should -Be 'release/1.0', 'release/1.1'
        Get-BitbucketBranch demo/api 'nothing-like-this*' | Should -BeNullOrEmpty
    }

    It 'lists the branches of piped repositories' {
        $branches = Get-BitbucketRepository demo/* | Get-BitbucketBranch -Name main
        $branches.Repository.Slug | Should -Contain 'website'
        $branches.Repository.Slug | Should -Contain 'api'
    }

    It 'reports one missing branch as not found, and goes on' {
        $found = Get-BitbucketBranch demo/api missing -ErrorAction SilentlyContinue -ErrorVariable failures
        $found | Should -BeNullOrEmpty
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failures[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'keeps an error in its place among piped repositories' {
        $names = 'demo/docs', 'demo/gone', 'demo/api' |
            Get-BitbucketBranch -Name main -ErrorAction SilentlyContinue -ErrorVariable failures |
            ForEach-Object { "$($_.Repository)" }
        $names | Should -Be 'demo/docs', 'demo/api'
        $failures | Should -HaveCount 1
    }

    It 'stops asking once Select-Object has enough' {
        $requests = [System.Collections.Generic.List[object]]::new()
        $first = Get-BitbucketBranch demo/website -Verbose 4>&1 |
            Where-Object {
                $isRequest = $_ -is [System.Management.Automation.VerboseRecord]
                if ($isRequest) { $requests.Add($_) }
                -not $isRequest
            } |
            Select-Object -First 1
        $first | Should -BeOfType ([BitbucketPS.Branch])
        $requests | Should -HaveCount 1
    }
}
