import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Calls } from './calls';
import { AccessLogs } from './data-plane/access-log/access-logs';
import { startDataPlane } from './data-plane/server';
import { startBackEnds } from './demo/back-ends';
import { type Dials, turnDials } from './dials';
import { authorityAddresses } from './dns/name-servers';
import { startDns } from './dns/server';
import { Faults } from './faults';
import { ensureAuthority } from './pki/authority';
import type { Log, Sandbox } from './sandbox';
import { ensureSeed, markSeeded } from './seed/ensure-seed';
import { startServer } from './server';
import { startIssuer } from './services/acm/issuer';
import { StartProblem, startProblem } from './start-problem';
import { State } from './state';
import { Throttle } from './throttle';
import { upgradeState } from './upgrade-state';

interface Ports {
  aws: number;
  http: number;
  https: number;
  dns: number;
}

export interface SandboxOptions {
  /** The console's data directory; the sandbox keeps to `sandbox/` in it. */
  dataDir: string;
  /** 0 means any free port. */
  ports: Ports;
  host?: string;
  /** Whether an empty sandbox gets the first content. */
  seed: boolean;
  dials?: Partial<Dials>;
  log?: Log;
}

export interface RunningSandbox {
  ports: Ports;
  /** The AWS endpoint. */
  url: string;
  /** The certificate of the sandbox's authority. */
  caPem: string;
  /** Where its name servers listen, at the DNS port; Route 53's have an address each, which their names lead to. */
  nameServers: typeof authorityAddresses;
  stop(): Promise<void>;
}

/** Starts the whole sandbox; rejects with a {@link StartProblem} when a port or the directory can't be had. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const { dataDir, host = '127.0.0.1', log = () => {} } = options;
  const directory = path.join(dataDir, 'sandbox');
  const started: (() => Promise<void>)[] = [];
  const stop = async () => {
    // The last started stops first: nothing may use the state once that is closed.
    for (const stopOne of started.reverse().splice(0)) await stopOne();
  };
  try {
    const state = openState(directory);
    started.push(() => state.close());
    await upgradeState(state);
    if (options.dials) await turnDials(state, options.dials);
    const authority = await ensureAuthority(state);
    writeFileSync(path.join(directory, 'ca.pem'), authority.caPem);

    const dns = await startDns({ state, host, port: options.ports.dns }).catch(
      startProblem('DNS', host, { GATEHOUSE_SANDBOX_DNS_PORT: options.ports.dns }),
    );
    started.push(() => dns.close());
    const backEnds = await startBackEnds({ state, host });
    started.push(() => backEnds.close());
    const seed = () => ensureSeed({ state, authority, backEnds: backEnds.urls });
    if (options.seed) await seed();
    const { http: httpPort, https: httpsPort } = options.ports;
    const accessLogs = new AccessLogs(path.join(directory, 'access-logs'), log);
    started.push(() => accessLogs.close());
    const dataPlane = await startDataPlane({ state, host, httpPort, httpsPort, log, accessLogs }).catch(
      startProblem('data plane', host, {
        GATEHOUSE_SANDBOX_HTTP_PORT: httpPort,
        GATEHOUSE_SANDBOX_HTTPS_PORT: httpsPort,
      }),
    );
    started.push(() => dataPlane.close());
    const issuer = startIssuer({ state, authority, dns: { host, port: dns.port }, log });
    started.push(() => issuer.stop());

    const sandbox: Sandbox = {
      state,
      calls: new Calls(),
      faults: new Faults(),
      throttle: new Throttle(),
      accessLogs,
      log,
      ports: () => ports,
      async reset(withSeed) {
        await state.clearContent();
        sandbox.faults.remove();
        sandbox.calls.reset();
        sandbox.throttle.reset();
        await accessLogs.clear();
        if (withSeed) await seed();
        else await markSeeded(state);
      },
    };
    const server = await startServer({ sandbox, host, port: options.ports.aws }).catch(
      startProblem('AWS endpoint', host, { GATEHOUSE_SANDBOX_PORT: options.ports.aws }),
    );
    started.push(() => server.close());
    const ports = { aws: server.port, http: dataPlane.httpPort, https: dataPlane.httpsPort, dns: dns.port };
    return {
      ports,
      url: `http://${host}:${server.port}`,
      caPem: authority.caPem,
      nameServers: authorityAddresses,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function openState(directory: string): State {
  try {
    return State.open(directory);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartProblem(
      `The sandbox can't write its data directory ${directory} (${reason}): make it writable, or set GATEHOUSE_DATA_DIR to another one.`,
      { cause },
    );
  }
}
