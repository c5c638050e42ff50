// The package bitbucket of npm, at the address and with the credential that are read as JSON: origin, and token or username and password.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { Bitbucket } = createRequire(import.meta.url)('bitbucket');

// The package is one long line, which node would print above the error.
process.on('uncaughtException', ({ status, message, error, stack }) => {
  console.error(JSON.stringify({ status, message, error }), stack.split('\n').filter((line) => line.includes('.mjs')).join('\n'));
  process.exit(1);
});

export const settings = JSON.parse(readFileSync(0, 'utf8'));
export const bitbucket = new Bitbucket({ baseUrl: `${settings.origin}/2.0`, auth: settings.auth, notice: false });

/** All items of a list, page after page as the package turns them, and how many pages there were. */
export async function all(request) {
  let { data } = await request;
  let pages = 1;
  const values = [...data.values];
  while (bitbucket.hasNextPage(data)) {
    ({ data } = await bitbucket.getNextPage(data));
    pages++;
    values.push(...data.values);
  }
  return { pages, values };
}

/** What the package makes of a refusal. */
export async function refusal(request) {
  try {
    await request;
    return null;
  } catch ({ status, message, error }) {
    return { status, message, error };
  }
}
