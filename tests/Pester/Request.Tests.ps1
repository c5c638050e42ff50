#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

BeforeAll {
    Import-Module "$PSScriptRoot/../../BitbucketPS.psd1" -Force -ErrorAction Stop
    Connect-Bitbucket -Sandbox
}

AfterAll {
    Disconnect-Bitbucket
}

Describe 'Invoke-BitbucketRequest' {
    It 'gets an object' {
        (Invoke-BitbucketRequest /user).display_name | Should -Be 'Dana Demo'
    }

    It 'gets branches as API 1.0 answered them: one object keyed by their names' {
        $answer = Invoke-BitbucketRequest /1.0/repositories/demo/api/branches
        $answer | Should -HaveCount 1
        $listed = (Get-BitbucketBranch demo/api).Name
        $answer.PSObject.Properties.Name | Should -HaveCount $listed.Count
        foreach ($name in $listed) {
            $answer.$name.branch | Should -BeExactly $name
            $answer.$name.raw_node | Should -Match '^[0-9a-f]{40}$'
        }
    }

    It 'follows all pages as one stream' {
        $all = Invoke-BitbucketRequest '/repositories/{workspace}/{repo_slug}/refs/branches' -Repository demo/website -All
        $all | Should -HaveCount @(Get-BitbucketBranch demo/website).Count
    }

    It 'writes the answer as it came with -Raw' {
        $text = Invoke-BitbucketRequest /user -Raw
        $text | Should -BeOfType ([string])
        ($text | ConvertFrom-Json).display_name | Should -Be 'Dana Demo'
    }

    It 'writes the answer to a file with -OutFile' {
        $file = Join-Path $TestDrive 'user.json'
        Invoke-BitbucketRequest /user -OutFile $file | Should -BeNullOrEmpty
        (Get-Content $file -Raw | ConvertFrom-Json).display_name | Should -Be 'Dana Demo'
    }

    It 'sends a body, and nothing with -WhatIf' {
        $request = @{
            Path   = '/repositories/demo/docs/refs/branches'
            Method = 'POST'
            Body   = @{ name = 'feature/posted'; target = @{ hash = 'main' } }
        }
        Invoke-BitbucketRequest @request -WhatIf | Should -BeNullOrEmpty
        Get-BitbucketBranch demo/docs feature/* | Should -BeNullOrEmpty

        (Invoke-BitbucketRequest @request).name | Should -Be 'feature/posted'
        (Get-BitbucketBranch demo/docs feature/*).Name | Should -Be 'feature/posted'
    }

    It 'reports what does not exist' {
        Invoke-BitbucketRequest /repositories/demo/gone -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
    }

    It 'sends nothing to another server' {
        { Invoke-BitbucketRequest https://example.org/2.0/user -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidArgument,*'
    }
}
