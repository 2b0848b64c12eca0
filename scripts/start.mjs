// `npm start`: from a fresh checkout to a running console with nothing but Node and npm. It uses Node's own modules only,
// because it runs before anything is installed. With `--dev` (`npm run dev`) pages are built as they change.
import path from 'node:path';
import { build } from './start/build.mjs';
import { Children } from './start/children.mjs';
import { exitWith } from './start/fail.mjs';
import { checkNode, install } from './start/install.mjs';
import { checkPorts } from './start/ports.mjs';
import { prepareDataDir, readSettings } from './start/settings.mjs';
import { waitUntilReady } from './start/wait-until-ready.mjs';

const root = path.resolve(import.meta.dirname, '..');
const dev = process.argv.includes('--dev');
const children = new Children();

async function stop() {
  await children.stop();
  process.exit(0);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

async function start() {
  checkNode();
  const settings = readSettings(root);
  const { ports, host, url, onSandbox } = settings;
  prepareDataDir(settings.dataDir);
  const loopback = '127.0.0.1';
  await checkPorts([
    { variable: 'PORT', what: 'the console', host, port: ports.console },
    ...(onSandbox
      ? [
          { variable: 'GATEHOUSE_SANDBOX_PORT', what: "the sandbox's AWS endpoint", host: loopback, port: ports.aws },
          { variable: 'GATEHOUSE_SANDBOX_HTTP_PORT', what: "the sandbox's HTTP", host: loopback, port: ports.http },
          { variable: 'GATEHOUSE_SANDBOX_HTTPS_PORT', what: "the sandbox's HTTPS", host: loopback, port: ports.https },
          {
            variable: 'GATEHOUSE_SANDBOX_DNS_PORT',
            what: "the sandbox's DNS",
            host: loopback,
            port: ports.dns,
            udp: true,
          },
        ]
      : []),
  ]);
  await install(root);
  if (!dev) await build(root);

  const preload = ['--import', path.join(root, 'scripts', 'start', 'exit-with-parent.mjs')];
  const env = { ...settings.env, GATEHOUSE_START_PID: String(process.pid) };
  const options = { cwd: root, env };
  if (onSandbox) children.start('sandbox', [...preload, '--import', 'tsx', 'sandbox/main.ts'], options);
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next');
  children.start(
    'console',
    [...preload, next, dev ? 'dev' : 'start', '--hostname', host, '--port', String(ports.console)],
    {
      ...options,
      // lib/boot stops the worker and closes the database before the process ends.
      env: { ...env, NODE_ENV: dev ? 'development' : 'production', NEXT_MANUAL_SIG_HANDLE: '1' },
    },
  );
  if (onSandbox) {
    await waitUntilReady({
      url: `http://${loopback}:${ports.aws}/_sandbox/health`,
      what: 'sandbox',
      isRunning: () => children.isRunning('sandbox'),
      seconds: 60,
    });
  }
  const knock = host === '0.0.0.0' || host === '::' ? loopback : host;
  await waitUntilReady({
    url: `http://${knock.includes(':') ? `[${knock}]` : knock}:${ports.console}/api/health`,
    what: 'console',
    isRunning: () => children.isRunning('console'),
    seconds: 90,
    // Without a worker of its own the console is up before `npm run worker` is, and health says so until then.
    ...(env.GATEHOUSE_WORKER === 'off' && { isReady: async (answer) => (await answer.json()).database === 'ok' }),
  });
  console.log(`Gatehouse is ready at ${url}`);
}

start().catch(async (error) => {
  await children.stop();
  exitWith(error);
});
