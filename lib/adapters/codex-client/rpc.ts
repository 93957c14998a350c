import { createInterface } from 'node:readline';
import type { Client } from './world';

/** An answer of the app server to one call. */
export type Reply = { result: unknown } | { error: { message: string } };

/** Something the app server said unasked. */
export type Notification = { method: string; params: Record<string, unknown> };

/** A conversation with an app server, one JSON object a line. */
export type Rpc = {
  notifications: readonly Notification[];
  notify(method: string): void;
  /** The reply to one call. Rejects when the server ends first or the time limit is over. */
  call(method: string, params?: unknown): Promise<Reply>;
  /** Resolves when a notification of this name has come, as often as `times`. */
  heard(method: string, times?: number): Promise<void>;
};

type Waiter = {
  matches(message: Message): boolean;
  resolve(message: Message): void;
  reject(error: Error): void;
};
type Message = { id?: number; method?: string; params?: Record<string, unknown> } & Partial<{
  result: unknown;
  error: { message: string };
}>;

/** Talks to `client`; every wait ends after `limitMs`. */
export function openRpc(client: Client, limitMs: number): Rpc {
  const notifications: Notification[] = [];
  const waiters = new Set<Waiter>();
  let stderr = '';
  let ended: Error | null = null;
  let nextId = 1;

  const hear = (message: Message) => {
    if (message.method !== undefined && message.id === undefined) {
      notifications.push({ method: message.method, params: message.params ?? {} });
    }
    for (const waiter of waiters) if (waiter.matches(message)) waiter.resolve(message);
  };
  const end = (error: Error) => {
    ended ??= error;
    for (const waiter of waiters) waiter.reject(error);
  };
  createInterface({ input: client.stdout }).on('line', (line) => hear(JSON.parse(line)));
  client.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  client.on('error', end);
  client.on('close', (code) => end(new Error(`the client ended with ${code}: ${plain(stderr)}`)));

  const wait = (what: string, matches: Waiter['matches']) =>
    ended
      ? Promise.reject(ended)
      : waitFor({ waiters, matches, limitMs }, () => `no ${what}: ${plain(stderr)}`);
  const send = (message: object) => client.stdin.write(`${JSON.stringify(message)}\n`);

  return {
    notifications,
    notify: (method) => void send({ method }),
    async call(method, params) {
      const id = nextId++;
      const reply = wait(
        `answer to ${method}`,
        (message) => message.id === id && message.method === undefined,
      );
      send({ id, method, params });
      const { result, error } = await reply;
      return error ? { error } : { result };
    },
    async heard(method, times = 1) {
      const hasCome = () => notifications.filter((one) => one.method === method).length >= times;
      if (!hasCome()) await wait(method, hasCome);
    },
  };
}

type Wait = { waiters: Set<Waiter>; matches: Waiter['matches']; limitMs: number };

/** The first message that matches; rejects with what `late` says when the time limit is over. */
function waitFor({ waiters, matches, limitMs }: Wait, late: () => string): Promise<Message> {
  return new Promise((resolve, reject) => {
    const finish =
      <T>(settle: (value: T) => void) =>
      (value: T) => {
        clearTimeout(timer);
        waiters.delete(waiter);
        settle(value);
      };
    const waiter: Waiter = { matches, resolve: finish(resolve), reject: finish(reject) };
    const timer = setTimeout(() => waiter.reject(new Error(`${late()} (${limitMs} ms)`)), limitMs);
    waiters.add(waiter);
  });
}

/** The text without the colours of a terminal. */
const plain = (text: string) => text.replace(/\u001b\[[0-9;]*m/g, '').trim();
