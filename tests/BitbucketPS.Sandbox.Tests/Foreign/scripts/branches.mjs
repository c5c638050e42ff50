// Lists repositories and branches, makes a branch and one that cannot be, and prints as JSON what came.

import { all, bitbucket, refusal, settings } from './client.mjs';

const website = { workspace: 'demo', repo_slug: 'website' };
const names = ({ pages, values }) => ({ pages, names: values.map((value) => value.name) });

const user = await bitbucket.user.get({});
const repositories = await all(bitbucket.repositories.list({ workspace: 'demo', pagelen: 2, sort: 'slug' }));
const branches = await all(bitbucket.refs.listBranches({ ...website, pagelen: 100 }));
const releases = await all(bitbucket.refs.listBranches({ ...website, q: 'name ~ "release/"', sort: '-name' }));
const made = await bitbucket.refs.createBranch({ ...website, _body: { name: settings.branch, target: { hash: 'main' } } });
const found = await bitbucket.refs.getBranch({ ...website, name: settings.branch });
const again = await refusal(bitbucket.refs.createBranch({ ...website, _body: { name: settings.branch, target: { hash: 'main' } } }));
const missing = await refusal(bitbucket.refs.getBranch({ ...website, name: 'no/such/branch' }));

console.log(JSON.stringify({
  user: user.data,
  repositories: names(repositories),
  branches: names(branches),
  releases: names(releases),
  made: { status: made.status, body: made.data },
  found: found.data,
  again,
  missing,
}));
