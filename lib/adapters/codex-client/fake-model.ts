/**
 * A program for Node that plays the model, called with the folder of its world. It is text because it runs as a
 * process beside the client, in a network of their own, and a bundled server has no file of it to hand.
 */
export const fakeModel = `
// A model that says one word. It keeps the client's request in DIR/request.json and its own port in DIR/port.
// Where DIR/command holds a command, it asks for that to be run first, once in each turn.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [dir] = process.argv.slice(2);
const parent = process.ppid;
const newline = String.fromCharCode(10);

const publish = (name, text) => {
  writeFileSync(join(dir, name + '.part'), text);
  renameSync(join(dir, name + '.part'), join(dir, name));
};

const word = {
  type: 'message',
  id: 'msg_1',
  role: 'assistant',
  content: [{ type: 'output_text', text: 'Done.' }],
};
const usage = { input_tokens: 1, output_tokens: 1, total_tokens: 2 };

let calls = 0;

const commandCall = (cmd) => {
  calls += 1;
  const call = { id: 'fc_' + calls, call_id: 'call_' + calls, name: 'exec_command' };
  return { type: 'function_call', ...call, arguments: JSON.stringify({ cmd }) };
};

/** What the model says to a request: a command to run, unless the last thing it heard is what one gave. */
function answerTo(request) {
  const file = join(dir, 'command');
  const last = JSON.parse(request).input.at(-1);
  return existsSync(file) && last.type !== 'function_call_output'
    ? commandCall(readFileSync(file, 'utf8'))
    : word;
}

const eventsFor = (request) => [
  { type: 'response.created', response: { id: 'resp_1' } },
  { type: 'response.output_item.done', item: answerTo(request) },
  { type: 'response.completed', response: { id: 'resp_1', usage } },
];

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    if (request.method !== 'POST' || !request.url?.endsWith('/responses')) {
      response.writeHead(404).end();
      return;
    }
    const asked = Buffer.concat(chunks).toString('utf8');
    publish('request.json', asked);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(
      eventsFor(asked)
        .map((event) => ['event: ' + event.type, 'data: ' + JSON.stringify(event), '', ''].join(newline))
        .join(''),
    );
  });
});

server.listen(0, '127.0.0.1', () => publish('port', String(server.address().port)));

// The client is the parent: without it there is nobody to answer.
setInterval(() => {
  if (process.ppid !== parent) process.exit(0);
}, 500).unref();
setTimeout(() => process.exit(0), 60_000);
`;
