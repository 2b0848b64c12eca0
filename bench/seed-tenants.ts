// Fills an empty data directory with many live tenants. Run with `--conditions=react-server`; usage: seed-tenants <count>.

import { openDb } from '@/lib/db/open-db';
import { domainMappings, domains, tenants } from '@/lib/db/schema';
import { axisNames, type DomainStatus, onboardingSteps } from '@/lib/domains/model';
import { env } from '@/lib/env';

const count = Number(process.argv[2]);
const now = new Date();
const since = now.toISOString();
const live: DomainStatus = {
  headline: 'Live',
  since,
  sentence: 'Live: name, certificate and an HTTPS answer of the gateway were proven.',
  actor: 'nobody',
  axes: Object.fromEntries(
    axisNames.map((name) => [name, { state: 'ok', actor: 'nobody', since, sentence: 'As wanted.', deadline: null }]),
  ) as DomainStatus['axes'],
  steps: onboardingSteps.map((name) => ({
    name,
    state: 'done',
    actor: 'nobody',
    since,
    sentence: 'Done.',
    deadline: null,
  })),
  records: [],
  proof: null,
  trouble: null,
  deadline: null,
  checkedAt: since,
};

const { databaseUrl, dataDir } = env();
const { db, close } = await openDb({ databaseUrl, dataDir });
const numbers = Array.from({ length: count }, (_, index) => String(index).padStart(4, '0'));
const rows = await db
  .insert(tenants)
  .values(
    numbers.map((number) => ({
      slug: `bench-${number}`,
      name: `Bench ${number}`,
      contactEmail: `ops@bench-${number}.example`,
    })),
  )
  .returning({ id: tenants.id, slug: tenants.slug });
const inserted = await db
  .insert(domains)
  .values(
    rows.map(({ id, slug }) => ({
      tenantId: id,
      hostname: `${slug}.example.com`,
      kind: 'managed' as const,
      certificateMode: 'dedicated' as const,
      gatewayDomainName: `${slug}.example.com`,
      status: live,
      headline: live.headline,
      actor: live.actor,
      // These domains are on no AWS: nobody shall look.
      nextCheckAt: null,
    })),
  )
  .returning({ id: domains.id });
await db
  .insert(domainMappings)
  .values(inserted.map(({ id }) => ({ domainId: id, basePath: '', restApiId: 'bench', stage: 'prod' })));
await close();
