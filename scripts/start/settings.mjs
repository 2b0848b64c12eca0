import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartFailure } from './fail.mjs';

function port(env, name, fallback) {
  const text = env[name] ?? '';
  if (text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65535) {
    throw new StartFailure(`${name} is "${text}", which is no port: use a whole number from 1 to 65535.`);
  }
  return value;
}

/**
 * What the start script itself has to know; the console checks all its variables once more and in full (lib/env.ts).
 * @returns the ports, the directories, and `env`: the environment of both processes
 */
export function readSettings(root, env = process.env) {
  const host = env.HOST || '127.0.0.1';
  const target = env.GATEHOUSE_TARGET || (env.AWS_ENDPOINT_URL ? 'endpoint' : 'sandbox');
  if (!['sandbox', 'endpoint', 'aws'].includes(target)) {
    throw new StartFailure(`GATEHOUSE_TARGET is "${target}": use sandbox, endpoint or aws.`);
  }
  const dataDir = path.resolve(root, env.GATEHOUSE_DATA_DIR || '.gatehouse');
  const ports = {
    console: port(env, 'PORT', 3000),
    aws: port(env, 'GATEHOUSE_SANDBOX_PORT', 4566),
    http: port(env, 'GATEHOUSE_SANDBOX_HTTP_PORT', 8080),
    https: port(env, 'GATEHOUSE_SANDBOX_HTTPS_PORT', 8443),
    dns: port(env, 'GATEHOUSE_SANDBOX_DNS_PORT', 5353),
  };
  const shownHost = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host;
  const url = `http://${shownHost}:${ports.console}`;
  const onSandbox = target === 'sandbox';
  return {
    host,
    target,
    onSandbox,
    dataDir,
    ports,
    url,
    env: {
      ...env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOST: host,
      PORT: String(ports.console),
      GATEHOUSE_TARGET: target,
      GATEHOUSE_DATA_DIR: dataDir,
      NEXTAUTH_URL: env.NEXTAUTH_URL || url,
      GATEHOUSE_SANDBOX_PORT: String(ports.aws),
      GATEHOUSE_SANDBOX_HTTP_PORT: String(ports.http),
      GATEHOUSE_SANDBOX_HTTPS_PORT: String(ports.https),
      GATEHOUSE_SANDBOX_DNS_PORT: String(ports.dns),
      // Domains of the sandbox exist only there: ask its DNS, knock at its HTTPS port, trust its CA.
      ...(onSandbox && {
        GATEHOUSE_DNS_SERVERS: env.GATEHOUSE_DNS_SERVERS || `127.0.0.1:${ports.dns}`,
        GATEHOUSE_DNS_AUTHORITY_PORT: env.GATEHOUSE_DNS_AUTHORITY_PORT || String(ports.dns),
        GATEHOUSE_PROBE_HTTPS_PORT: env.GATEHOUSE_PROBE_HTTPS_PORT || String(ports.https),
        GATEHOUSE_PROBE_CA: env.GATEHOUSE_PROBE_CA || path.join(dataDir, 'sandbox', 'ca.pem'),
      }),
    },
  };
}

/** One level after the other: on file systems that refuse with ENOENT (/proc), `recursive` never comes to an end. */
function makeDirectory(directory) {
  if (existsSync(directory)) return;
  makeDirectory(path.dirname(directory));
  mkdirSync(directory, { mode: 0o700 });
}

/** What holds secrets: sessions' key, password hashes, keys of certificates, the audit log's signing key. */
const privateEntries = [
  ['auth-secret', 0o600],
  ['db', 0o700],
  ['sandbox', 0o700],
  ['audit', 0o700],
];

/**
 * Takes away what group and others may do, and says so: a restored backup or a careless umask may have left it open. Only for
 * what is ours by its name; the data directory itself may be one that others use, such as /tmp.
 */
function closeToOthers(entry, mode) {
  if (process.platform === 'win32' || !existsSync(entry)) return;
  const { mode: found, uid } = statSync(entry);
  if ((found & 0o077) === 0) return;
  try {
    chmodSync(entry, mode);
    console.warn(`${entry} could be read by others (mode ${octal(found)}); its mode is ${octal(mode)} now.`);
  } catch {
    console.warn(`${entry} can be read by others (mode ${octal(found)}) and belongs to user ${uid}: close it to them.`);
  }
}

const octal = (mode) => (mode & 0o777).toString(8).padStart(4, '0');

/** Makes the data directory, or says why that is impossible. */
export function prepareDataDir(dataDir) {
  try {
    makeDirectory(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    for (const [name, mode] of privateEntries) closeToOthers(path.join(dataDir, name), mode);
  } catch (error) {
    throw new StartFailure(
      `the data directory ${dataDir} can't be written (${error.code}): make it writable or set GATEHOUSE_DATA_DIR to another one.`,
    );
  }
}
