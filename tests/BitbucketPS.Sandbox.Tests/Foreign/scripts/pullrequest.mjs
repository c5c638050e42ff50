// Opens a pull request from one branch to another, approves it, merges it, and prints as JSON what came.

import { all, bitbucket, refusal, settings } from './client.mjs';

const repository = { workspace: 'demo', repo_slug: settings.repository };
const numbers = ({ values }) => values.map((value) => value.id);

const opened = await bitbucket.pullrequests.create({
  ...repository,
  _body: {
    title: settings.title,
    source: { branch: { name: settings.source } },
    destination: { branch: { name: settings.destination } },
    close_source_branch: true,
  },
});
const one = { ...repository, pull_request_id: opened.data.id };
const open = await all(bitbucket.pullrequests.list({ ...repository, state: 'OPEN' }));
const approved = await bitbucket.pullrequests.createApproval(one);
const commented = await bitbucket.pullrequests.createComment({ ...one, _body: { content: { raw: 'Good.' } } });
const commits = await all(bitbucket.pullrequests.listCommits(one));
const changes = await all(bitbucket.pullrequests.getDiffStat(one));
const merged = await bitbucket.pullrequests.merge({
  ...one,
  _body: { type: 'pullrequest_merge_parameters', message: settings.message, merge_strategy: 'merge_commit' },
});
const again = await refusal(bitbucket.pullrequests.merge({ ...one, _body: { type: 'pullrequest_merge_parameters' } }));
const after = await bitbucket.pullrequests.get(one);
const source = await refusal(bitbucket.refs.getBranch({ ...repository, name: settings.source }));

console.log(JSON.stringify({
  opened: { status: opened.status, body: opened.data },
  open: numbers(open),
  approved: approved.data,
  commented: commented.data,
  commits: commits.values.map((commit) => commit.hash),
  changes: changes.values.map((change) => change.new.path),
  merged: merged.data,
  again,
  after: after.data,
  source,
}));
