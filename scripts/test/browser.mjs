import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { run } from '../start/run.mjs';

/** Flags for a Chromium that works as root and keeps to this machine. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// The shell draws no windows, which leaves more of two cores to what is tested.
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @returns {string | null} the path of an installed Chromium */
export function findBrowser() {
  if (process.env.GATEHOUSE_CHROMIUM) return process.env.GATEHOUSE_CHROMIUM;
  for (const directory of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of names) {
      const file = path.join(directory, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here: look on.
      }
    }
  }
  return null;
}

/**
 * Gets a browser when there is none: Debian's package as root, else Playwright's own download.
 * @returns {Promise<string | null>} the executable, `null` for Playwright's own
 */
export async function ensureBrowser(root) {
  const found = findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    console.log('Installing Chromium …');
    await run('apt-get', ['update', '-qq'], { env }).catch(() => 1);
    for (const name of ['chromium-headless-shell', 'chromium']) {
      const code = await run('apt-get', ['install', '-y', '-qq', name], { env, stdio: 'ignore' }).catch(() => 1);
      if (code === 0) return findBrowser();
    }
  }
  const code = await run(process.execPath, [path.join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium']);
  if (code !== 0) {
    throw new Error(
      'There is no browser: install Chromium (Debian: apt-get install chromium) or name one in GATEHOUSE_CHROMIUM.',
    );
  }
  return null;
}
