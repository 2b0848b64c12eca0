// `node scripts/complete-lock.mjs`, after every change of dependencies behind a registry that lacks the builds of other
// platforms: npm then leaves these optional packages out of package-lock.json, and `npm ci` refuses the lock file, here
// and everywhere else. This adds what is missing: version and platform, which is all that `npm ci` needs to know.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix'];
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

/** The entry for a platform's build; its name tells the platform, as `@scope/name-linux-arm64-musl` does. */
function entryOf(name, version, parent) {
  const words = name.split('/').pop().split('-');
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  const libc = words.includes('musl') ? ['musl'] : os.includes('linux') && words.includes('gnu') ? ['glibc'] : [];
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(parent.dev && { dev: true }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

/** Where Node looks for `name` from the package at `at`, innermost first. */
function placesOf(at, name) {
  const places = [];
  for (let place = at; ; place = place.slice(0, place.lastIndexOf('/node_modules/'))) {
    places.push(`${place}/node_modules/${name}`);
    if (!place.includes('/node_modules/')) return [...places, `node_modules/${name}`];
  }
}

/** @returns {string[]} the packages that were added to the lock */
export function completeLock(lock) {
  const added = [];
  for (const [at, parent] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (at === '' || !/^\d+\.\d+\.\d+/.test(version)) continue;
      const places = placesOf(at, name);
      if (places.some((place) => lock.packages[place]?.version === version)) continue;
      const root = `node_modules/${name}`;
      const place = lock.packages[root] === undefined ? root : `${at}/node_modules/${name}`;
      lock.packages[place] = entryOf(name, version, parent);
      added.push(name);
    }
  }
  const [project, ...rest] = Object.entries(lock.packages);
  lock.packages = Object.fromEntries([project, ...rest.sort(([a], [b]) => (a < b ? -1 : 1))]);
  return added;
}

if (process.argv[1] === import.meta.filename) {
  const file = path.resolve(import.meta.dirname, '..', 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = completeLock(lock);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length === 0 ? 'The lock file is complete.' : `Added ${added.length}: ${added.join(', ')}`);
}
