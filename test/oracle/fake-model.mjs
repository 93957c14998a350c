// A model that says one word. It keeps the client's request in DIR/request.json and its own port in DIR/port.
// node fake-model.mjs DIR
import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [dir] = process.argv.slice(2);
const parent = process.ppid;

const publish = (name, text) => {
  writeFileSync(join(dir, `${name}.part`), text);
  renameSync(join(dir, `${name}.part`), join(dir, name));
};

const item = {
  type: 'message',
  id: 'msg_1',
  role: 'assistant',
  content: [{ type: 'output_text', text: 'Done.' }],
};
const usage = { input_tokens: 1, output_tokens: 1, total_tokens: 2 };
const events = [
  { type: 'response.created', response: { id: 'resp_1' } },
  { type: 'response.output_item.done', item },
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
    publish('request.json', Buffer.concat(chunks));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join(''));
  });
});

server.listen(0, '127.0.0.1', () => publish('port', String(server.address().port)));

// The client is the parent: without it there is nobody to answer.
setInterval(() => {
  if (process.ppid !== parent) process.exit(0);
}, 500).unref();
setTimeout(() => process.exit(0), 60_000);
