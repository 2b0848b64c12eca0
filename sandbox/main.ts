import { parseArgs } from 'node:util';
import { dialsAtSpeed } from './dials';
import { startSandbox } from './start';
import { StartProblem } from './start-problem';

/** `npm run sandbox [-- <flags>]`: the sandbox as a process of its own. */
async function main(): Promise<void> {
  // Private keys of certificates are in its state.
  process.umask(0o077);
  const values = readFlags();
  const sandbox = await startSandbox({
    dataDir: values.data ?? process.env.GATEHOUSE_DATA_DIR ?? '.gatehouse',
    ports: {
      aws: port('GATEHOUSE_SANDBOX_PORT', 4566),
      http: port('GATEHOUSE_SANDBOX_HTTP_PORT', 8080),
      https: port('GATEHOUSE_SANDBOX_HTTPS_PORT', 8443),
      dns: port('GATEHOUSE_SANDBOX_DNS_PORT', 5353),
    },
    seed: !values.empty,
    dials: values.dials,
    log: (line) => console.error(line),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      sandbox.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  const { ports } = sandbox;
  console.log(`sandbox ready at ${sandbox.url} (http ${ports.http}, https ${ports.https}, dns ${ports.dns})`);
}

const usage =
  'The sandbox takes --data <dir>, --seed or --empty (first content or none), --no-throttle, --speed <number>.';

/** What the command line says; throws a {@link StartProblem}. */
function readFlags() {
  const { data, seed, empty, speed, ...values } = parseFlags();
  if (seed && empty) throw new StartProblem(`--seed and --empty say the opposite. ${usage}`);
  if (speed !== undefined && !(Number(speed) > 0))
    throw new StartProblem(`--speed takes a number above 0, such as 10. ${usage}`);
  const dials = {
    ...(values['no-throttle'] ? { throttles: false } : {}),
    ...(speed === undefined ? {} : dialsAtSpeed(Number(speed))),
  };
  return { data, empty, dials };
}

function parseFlags() {
  try {
    return parseArgs({
      options: {
        data: { type: 'string' },
        seed: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        'no-throttle': { type: 'boolean', default: false },
        speed: { type: 'string' },
      },
    }).values;
  } catch (cause) {
    throw new StartProblem(`${cause instanceof Error ? cause.message : cause} ${usage}`, { cause });
  }
}

function port(variable: string, usual: number): number {
  const text = process.env[variable];
  if (text === undefined || text === '') return usual;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) {
    throw new StartProblem(`${variable} is "${text}", which is no port: set it to a number from 0 to 65535.`);
  }
  return value;
}

main().catch((error: unknown) => {
  console.error(error instanceof StartProblem ? error.message : error);
  // EX_CONFIG: whoever started us need not say more than that sentence.
  process.exit(error instanceof StartProblem ? 78 : 1);
});
