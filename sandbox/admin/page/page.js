// The page at /_sandbox: a view of the routes beside it, without any library, so that it runs wherever the sandbox does.
const refreshMs = 2000;
const kinds = {
  error: 'The service refuses',
  latency: 'The answer is late',
  'reset-before': 'Cut off, nothing done',
  'reset-after': 'Done, then cut off',
  html: "A proxy's HTML page",
  malformed: 'Done, the answer breaks off',
  hang: 'No answer, nothing done',
};
const hour = 3_600_000;
const jumps = [
  ['1 minute', hour / 60],
  ['1 hour', hour],
  ['1 day', 24 * hour],
  ['72 hours', 72 * hour],
  ['30 days', 30 * 24 * hour],
  ['1 year', 365 * 24 * hour],
];

const at = (id) => document.getElementById(id);
let calls = { recent: [], total: 0, throttled: 0 };

/** Calls a route and returns its answer; a refusal stands at the top of the page until the next success. */
async function call(method, route, body) {
  try {
    const answer = await fetch(`/_sandbox/${route}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const value = await answer.json();
    if (!answer.ok) throw new Error(value.message);
    at('problem').hidden = true;
    return value;
  } catch (error) {
    at('problem').textContent = error instanceof TypeError ? 'The sandbox does not answer.' : error.message;
    at('problem').hidden = false;
    throw error;
  }
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function table(headings, rows, empty) {
  if (rows.length === 0) return hint(empty);
  const cell = (tag) => (content, column) =>
    element(tag, { className: headings[column].endsWith('#') ? 'number' : '' }, content);
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...headings.map((text) => text.replace('#', '')).map(cell('th')))),
    element('tbody', {}, ...rows.map((cells) => element('tr', {}, ...cells.map(cell('td'))))),
  );
}

function showContent(contents) {
  const parts = contents.flatMap(({ account, region, counts }) => [
    element('h3', { textContent: account ? `Account ${account} · ${region}` : 'Behind the gateway' }),
    element(
      'ul',
      { className: 'counts' },
      ...Object.entries(counts).map(([name, count]) =>
        element('li', {}, element('b', { textContent: count.toLocaleString('en') }), ` ${inWords(name)}`),
      ),
    ),
  ]);
  at('content').replaceChildren(...(parts.length > 0 ? parts : [hint('There is nothing in it.')]));
}

/** `restApis` as "REST APIs". */
function inWords(name) {
  return name
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll(/\b(rest|api|vpc)(?=s?\b)/g, (acronym) => acronym.toUpperCase());
}

function showFaults(faults) {
  // A list that is the same stays, so that the keyboard's focus does.
  const shown = JSON.stringify(faults);
  if (at('faults').dataset.shown === shown) return;
  at('faults').dataset.shown = shown;
  const items = faults.map((fault) => element('li', {}, element('span', {}, sentenceOf(fault)), removeButton(fault)));
  at('faults').replaceChildren(
    items.length > 0 ? element('ul', { className: 'faults' }, ...items) : hint('No fault is waiting to strike.'),
  );
}

function sentenceOf({ service, operation, kind, code, status, latencyMs, count, probability }) {
  const which = operation === '*' ? 'every call' : operation;
  const parts = [
    `${service === '*' ? 'All services' : service}, ${which}: ${kinds[kind].toLowerCase()}`,
    code,
    status,
    latencyMs && `${latencyMs} ms late`,
    probability !== undefined && `chance ${probability}`,
    count ? `${count} more` : 'until removed',
  ];
  return parts.filter(Boolean).join(', ');
}

function removeButton(fault) {
  return element('button', {
    type: 'button',
    textContent: 'Remove',
    ariaLabel: `Remove: ${sentenceOf(fault)}`,
    onclick: () => call('DELETE', `faults?id=${fault.id}`).then(refresh),
  });
}

function hint(textContent) {
  return element('p', { className: 'hint', textContent });
}

function showCalls() {
  const wanted = at('find-call').value.trim().toLowerCase();
  const rows = calls.recent
    .toReversed()
    .filter(({ status }) => !at('only-errors').checked || status === 0 || status >= 400)
    .filter(({ service, operation, code = '' }) => `${service} ${operation} ${code}`.toLowerCase().includes(wanted))
    .slice(0, 200)
    .map(({ at: time, service, operation, status, code, throttled, fault, durationMs, requestId }) => [
      time.slice(11, 23),
      `${service} ${operation}`,
      element('span', {
        className: status >= 200 && status < 400 ? 'good' : 'bad',
        textContent: status === 0 ? 'no answer' : `${status} ${code ?? ''}`,
      }),
      [throttled && 'throttled', fault && `fault: ${fault}`].filter(Boolean).join(', '),
      `${durationMs} ms`,
      requestId,
    ]);
  at('totals').textContent = `${calls.total} calls, ${calls.throttled} throttled`;
  at('calls').replaceChildren(
    table(['Time', 'Operation', 'Answer', 'Why', 'Took#', 'Request id'], rows, 'No such call so far.'),
  );
}

async function refresh() {
  const [health, contents, faults, report] = await Promise.all([
    call('GET', 'health'),
    call('GET', 'state'),
    call('GET', 'faults'),
    call('GET', 'calls'),
  ]);
  const { aws, http, https, dns } = health.ports;
  at('ports').textContent = `AWS endpoint :${aws} · gateway :${http} (HTTP), :${https} (HTTPS) · DNS :${dns}`;
  const ahead = health.clock.offsetMs / hour;
  at('clock').textContent =
    `${health.clock.now.replace('T', ' ').slice(0, 19)} UTC` +
    (ahead ? `, ${ahead.toLocaleString('en', { maximumFractionDigits: 2 })} hours ahead` : '');
  showContent(contents);
  showFaults(faults);
  calls = report;
  showCalls();
}

function dialField([name, { type, description = '' }], value) {
  const id = `dial-${name}`;
  const explanation = element('span', { id: `${id}-hint`, className: 'hint', textContent: description });
  const input =
    type === 'boolean'
      ? element('input', { id, name, type: 'checkbox', checked: value })
      : element('input', { id, name, type: 'number', min: '0', step: 'any', required: true, value });
  input.setAttribute('aria-describedby', explanation.id);
  input.addEventListener('change', () => {
    if (!input.reportValidity()) return;
    call('PATCH', 'dials', { [name]: type === 'boolean' ? input.checked : Number(input.value) }).catch(() => {});
  });
  const label = element('label', { htmlFor: id, className: 'name', textContent: name });
  return element('div', {}, label, input, explanation);
}

function readFault(form) {
  const filled = [...new FormData(form)].filter(([, value]) => value !== '');
  const numbers = ['count', 'probability', 'status', 'latencyMs'];
  return Object.fromEntries(filled.map(([name, value]) => [name, numbers.includes(name) ? Number(value) : value]));
}

function reset(seed) {
  const question = seed ? 'Remove everything and put the first content back?' : 'Remove everything?';
  if (window.confirm(question)) call('POST', 'reset', { seed }).then(refresh);
}

async function start() {
  const [schema, dials] = await Promise.all([call('GET', 'schema'), call('GET', 'dials')]);
  at('dials').replaceChildren(
    ...Object.entries(schema.dials.properties).map((entry) => dialField(entry, dials[entry[0]])),
  );
  at('fault-service').append(...['*', ...Object.keys(schema.operations)].map((name) => new Option(name)));
  at('fault-kind').append(...Object.entries(kinds).map(([kind, words]) => new Option(words, kind)));
  const offerOperations = () => {
    const names = schema.operations[at('fault-service').value] ?? Object.values(schema.operations).flat();
    at('operations').replaceChildren(...names.map((name) => new Option(name)));
  };
  offerOperations();
  at('fault-service').addEventListener('change', offerOperations);
  at('jumps').append(
    ...jumps.map(([words, advanceMs]) =>
      element('button', {
        type: 'button',
        textContent: `+ ${words}`,
        onclick: () => call('POST', 'clock', { advanceMs }).then(refresh),
      }),
    ),
  );
  await refresh();
  setInterval(() => document.hidden || refresh().catch(() => {}), refreshMs);
}

// It scrolls, so the keyboard has to reach it.
at('calls').tabIndex = 0;
at('dials').addEventListener('submit', (event) => event.preventDefault());
at('new-fault').addEventListener('submit', (event) => {
  event.preventDefault();
  call('POST', 'faults', readFault(event.target)).then(() => {
    event.target.reset();
    return refresh();
  });
});
at('only-errors').addEventListener('change', showCalls);
at('find-call').addEventListener('input', showCalls);
at('clear-calls').addEventListener('click', () => call('DELETE', 'calls').then(refresh));
at('reset-seed').addEventListener('click', () => reset(true));
at('reset-empty').addEventListener('click', () => reset(false));
start();
