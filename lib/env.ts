import 'server-only';
import { ExpectedError } from '@/lib/errors';
import { readAuthSecret } from './env/auth-secret';
import { type Variables, variables } from './env/variables';

/** Every setting of the process, parsed once. Variables and defaults: README, "Configuration". */
export interface Env extends Variables {
  /** Signs sessions: NEXTAUTH_SECRET, or a random one kept in the data directory. */
  readonly authSecret: string;
}

const shared = globalThis as typeof globalThis & { gatehouseEnv?: Env };

/**
 * The settings of this process. Call it when handling something, never while a module loads: a build has no settings.
 *
 * @throws ExpectedError `invalid` that names each bad variable and says what to do, one sentence a line
 */
export function env(): Env {
  shared.gatehouseEnv ??= parseEnv(process.env);
  return shared.gatehouseEnv;
}

/** {@link env} of any set of variables, uncached. Blank variables count as absent. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => issue.message);
    throw new ExpectedError('invalid', [...new Set(lines)].join('\n'), { actor: 'us' });
  }
  const { data } = parsed;
  let secret: string | null = given.NEXTAUTH_SECRET ?? null;
  return {
    ...data,
    get authSecret() {
      secret ??= readAuthSecret(data.dataDir);
      return secret;
    },
  };
}
