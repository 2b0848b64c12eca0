import { parseArgs } from 'node:util';
import { startSandbox } from './start';
import { StartProblem } from './start-problem';

/** `npm run sandbox [-- --empty] [-- --data <dir>]`: the sandbox as a process of its own. */
async function main(): Promise<void> {
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

function readFlags(): { empty: boolean; data?: string | undefined } {
  try {
    return parseArgs({ options: { empty: { type: 'boolean', default: false }, data: { type: 'string' } } }).values;
  } catch (cause) {
    throw new StartProblem(
      `${cause instanceof Error ? cause.message : cause} The sandbox takes --empty and --data <dir>.`,
      {
        cause,
      },
    );
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
