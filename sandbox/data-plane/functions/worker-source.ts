/**
 * What runs in a function's worker thread, as plain JavaScript text: a thread started from text needs no loader, and so
 * starts quickly. The handler runs in a context of its own with a short list of modules, because what it may do to the
 * process (kill it, change its directory) would concern the whole sandbox. This stops accidents; it is no fence against malice.
 *
 * In: `{ id, event, context, deadline }`, event and context as JSON, deadline in ms since 1970.
 * Out: `{ id, failed, payload }`, payload as JSON.
 */
export const workerSource = `
const { parentPort, workerData } = require('node:worker_threads');
const vm = require('node:vm');

const allowed = new Set(['assert', 'buffer', 'crypto', 'events', 'path', 'querystring', 'stream', 'string_decoder',
  'timers', 'timers/promises', 'url', 'util', 'zlib', 'http', 'https']);
const requireSome = (name) => {
  const bare = String(name).replace(/^node:/, '');
  if (!allowed.has(bare)) throw new Error("Cannot find module '" + name + "'");
  return require('node:' + bare);
};
const silent = () => undefined;
const sandboxConsole = { log: silent, info: silent, warn: silent, error: silent, debug: silent, trace: silent };
const moduleObject = { exports: {} };
const context = vm.createContext({
  module: moduleObject, exports: moduleObject.exports, require: requireSome, console: sandboxConsole,
  process: { env: { ...workerData.env }, version: process.version, versions: { ...process.versions } },
  Buffer, URL, URLSearchParams, TextEncoder, TextDecoder, AbortController, AbortSignal, fetch, structuredClone,
  queueMicrotask, setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate, atob, btoa,
});

const describe = (error) => JSON.stringify({
  errorMessage: String(error && error.message !== undefined ? error.message : error),
  errorType: String((error && error.name) || 'Error'),
  trace: String((error && error.stack) || '').split('\\n').slice(0, 20),
});
const toJson = (value) => {
  const text = JSON.stringify(value);
  return text === undefined ? 'null' : text;
};

let loadFailure = null;
try {
  vm.runInContext(workerData.source, context, { filename: 'index.js', timeout: 10000 });
} catch (error) {
  loadFailure = error;
}

const invoke = ({ event, context: about, deadline }) => new Promise((resolve, reject) => {
  if (loadFailure) throw loadFailure;
  const handler = moduleObject.exports.handler;
  if (typeof handler !== 'function') {
    const missing = new Error('index.handler is undefined or not exported');
    missing.name = 'Runtime.HandlerNotFound';
    throw missing;
  }
  const callback = (error, value) => (error ? reject(error) : resolve(value));
  const lambdaContext = {
    ...JSON.parse(about), callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: callback, succeed: resolve, fail: reject,
  };
  const parsed = vm.runInContext('JSON.parse', context)(event);
  const returned = handler(parsed, lambdaContext, callback);
  const isPromise = returned && typeof returned.then === 'function';
  if (isPromise) returned.then(resolve, reject);
  else if (handler.length < 3) resolve(returned);
});

parentPort.on('message', async (call) => {
  try {
    parentPort.postMessage({ id: call.id, failed: false, payload: toJson(await invoke(call)) });
  } catch (error) {
    parentPort.postMessage({ id: call.id, failed: true, payload: describe(error) });
  }
});
`;
