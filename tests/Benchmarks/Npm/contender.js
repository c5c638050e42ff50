'use strict';

// Speaks the language of ContenderLoop.cs: prints "ready", then answers each line with an outcome in JSON.

const readline = require('node:readline');
const { Bitbucket } = require('bitbucket');

const FnvPrime = 1099511628211n;
const bitbucket = new Bitbucket({ baseUrl: `${process.argv[2]}/2.0`, auth: { token: 'token' }, notice: false });

class Arrivals {
  constructor(check) {
    this.start = process.hrtime.bigint();
    this.count = 0;
    this.first = 0;
    this.order = check ? 14695981039346656037n : null;
  }

  elapsed() {
    return Number(process.hrtime.bigint() - this.start) / 1e6;
  }

  take(branch) {
    if (this.count++ === 0) {
      this.first = this.elapsed();
    }

    if (this.order !== null) {
      for (const letter of `${branch.name}\n`) {
        this.order = BigInt.asUintN(64, (this.order ^ BigInt(letter.charCodeAt(0))) * FnvPrime);
      }
    }
  }
}

async function branches(arrivals) {
  let { data } = await bitbucket.repositories.listBranches({ workspace: 'acme', repo_slug: 'website', pagelen: 100 });
  for (;;) {
    data.values.forEach((branch) => arrivals.take(branch));
    if (!bitbucket.hasNextPage(data)) {
      return;
    }

    ({ data } = await bitbucket.getNextPage(data));
  }
}

async function measure(check) {
  const before = process.cpuUsage();
  const arrivals = new Arrivals(check);
  await branches(arrivals);
  const total = arrivals.elapsed();
  const cpu = process.cpuUsage(before);
  return {
    count: arrivals.count,
    first: arrivals.first,
    total,
    cpu: (cpu.user + cpu.system) / 1000,
    peakWorkingSet: process.resourceUsage().maxRSS * 1024,
    order: arrivals.order === null ? null : arrivals.order.toString(16).padStart(16, '0'),
  };
}

async function main() {
  console.log('ready');
  for await (const line of readline.createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await measure(line.startsWith('check'))));
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
