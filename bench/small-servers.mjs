// `node bench/small-servers.mjs back-end` or `… proxy <url>`: prints its port. What the data plane is measured with.
import { Agent, createServer, request } from 'node:http';

const [kind, target = ''] = process.argv.slice(2);
const answer = JSON.stringify({ orders: Array.from({ length: 20 }, (_, id) => ({ id, state: 'shipped' })) });

const server =
  kind === 'proxy'
    ? createServer(forward)
    : createServer((incoming, response) => {
        incoming.resume();
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': answer.length });
        response.end(answer);
      });
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(server.address().port));

const agent = new Agent({ keepAlive: true });

/** The plain reverse proxy that Node's documentation leads one to write. */
function forward(incoming, response) {
  const { method, url, headers } = incoming;
  const outgoing = request(new URL(url, target), { method, headers, agent }, (answered) => {
    response.writeHead(answered.statusCode, answered.headers);
    answered.pipe(response);
  });
  outgoing.on('error', () => response.destroy());
  incoming.pipe(outgoing);
}
