@{
    ModuleVersion        = '0.1.0'
    GUID                 = '6f4b0f5e-9a53-4c0e-8f0b-0a8d3b6f6a41'
    Author               = 'The BitbucketPS founders'
    CompanyName          = 'The BitbucketPS founders'
    Copyright            = '(c) 2026 The BitbucketPS founders. MIT licence.'
    Description          = 'Administer Bitbucket from scripts: sign in once, then pipe repositories, branches and everything else as typed objects.'

    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')

    # A nested module, not the root: only so does Get-Help find the help beside the DLL.
    NestedModules        = @('module/BitbucketPS.dll')
    FormatsToProcess     = @(
        'module/formats/Commits.Format.ps1xml'
        'module/formats/Diffs.Format.ps1xml'
        'module/formats/Discovery.Format.ps1xml'
        'module/formats/Projects.Format.ps1xml'
        'module/formats/PullRequestReviews.Format.ps1xml'
        'module/formats/Refs.Format.ps1xml'
        'module/formats/Repositories.Format.ps1xml'
        'module/formats/Sessions.Format.ps1xml'
        'module/formats/Source.Format.ps1xml'
        'module/formats/Users.Format.ps1xml'
        'module/formats/Workspaces.Format.ps1xml'
    )

    CmdletsToExport      = @(
        'Approve-BitbucketCommit'
        'Approve-BitbucketPullRequest'
        'Connect-Bitbucket'
        'Disconnect-Bitbucket'
        'Find-BitbucketCommand'
        'Get-BitbucketBranch'
        'Get-BitbucketCommit'
        'Get-BitbucketCommitComment'
        'Get-BitbucketCommitStatus'
        'Get-BitbucketContent'
        'Get-BitbucketDiff'
        'Get-BitbucketDiffStat'
        'Get-BitbucketFileHistory'
        'Get-BitbucketFork'
        'Get-BitbucketGitCredential'
        'Get-BitbucketMergeBase'
        'Get-BitbucketPatch'
        'Get-BitbucketProfile'
        'Get-BitbucketProject'
        'Get-BitbucketPullRequestComment'
        'Get-BitbucketPullRequestTask'
        'Get-BitbucketRateLimit'
        'Get-BitbucketRef'
        'Get-BitbucketRepository'
        'Get-BitbucketSandbox'
        'Get-BitbucketSession'
        'Get-BitbucketSettingInheritance'
        'Get-BitbucketSource'
        'Get-BitbucketTag'
        'Get-BitbucketUser'
        'Get-BitbucketUserEmail'
        'Get-BitbucketWatcher'
        'Get-BitbucketWorkspace'
        'Get-BitbucketWorkspaceMember'
        'Invoke-BitbucketRequest'
        'New-BitbucketBranch'
        'New-BitbucketCommitComment'
        'New-BitbucketCommitStatus'
        'New-BitbucketFork'
        'New-BitbucketProject'
        'New-BitbucketPullRequestComment'
        'New-BitbucketPullRequestTask'
        'New-BitbucketRepository'
        'New-BitbucketTag'
        'Open-Bitbucket'
        'Remove-BitbucketBranch'
        'Remove-BitbucketCommitComment'
        'Remove-BitbucketProfile'
        'Remove-BitbucketProject'
        'Remove-BitbucketPullRequestComment'
        'Remove-BitbucketPullRequestTask'
        'Remove-BitbucketRepository'
        'Remove-BitbucketTag'
        'Request-BitbucketPullRequestChange'
        'Resolve-BitbucketPullRequestComment'
        'Revoke-BitbucketCommitApproval'
        'Revoke-BitbucketPullRequestReview'
        'Set-BitbucketCommitComment'
        'Set-BitbucketCommitStatus'
        'Set-BitbucketContent'
        'Set-BitbucketProject'
        'Set-BitbucketPullRequestComment'
        'Set-BitbucketPullRequestTask'
        'Set-BitbucketRepository'
        'Set-BitbucketSettingInheritance'
        'Start-BitbucketSandbox'
        'Stop-BitbucketSandbox'
    )
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()

    PrivateData          = @{
        PSData = @{
            Tags       = @('Bitbucket', 'git', 'OAuth', 'REST', 'PSEdition_Core')
            LicenseUri = 'https://opensource.org/license/mit'
        }
    }
}
