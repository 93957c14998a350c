import type { InstructionTexts } from '#lib/domain/instructions/instruction-texts';
import { links } from './links';
import { settings } from './settings';

/** What guide 2026-03, and the text before it, says to end users. */
export const userInstructions: InstructionTexts = {
  local: {
    places: [
      { name: 'Codex app', text: 'Install the app and sign in.', code: null },
      { name: 'Codex CLI', text: 'In a terminal, in the folder of a project, start', code: 'codex' },
      { name: 'IDE extension', text: 'Install the Codex extension in your IDE and sign in.', code: null },
    ],
    signIn: 'Sign in with your ChatGPT account of this workspace.',
    apiKey: 'An API key signs in as well. Use it for automation only.',
    onlyApiKey: 'Sign in with an API key.',
    chatgptOff: 'Sign-in with ChatGPT is switched off on managed computers.',
    restricted:
      'Another workspace, or a personal account, is refused: if Codex signs you out, sign in to the workspace of your company.',
    mfa: 'You will be asked for a second factor.',
    deviceCode: {
      name: 'Where no browser opens',
      text: 'On a server or over SSH, sign in with a device code. Type only a code you asked for yourself:',
      code: 'codex login --device-auth',
    },
    refused: {
      code: settings['codex.local'].whenOff.exactError ?? '',
      text: 'means that Codex local is not turned on for you. Ask one of the people below.',
    },
  },
  cloud: {
    steps: [
      'Go to Codex in the left-hand panel of ChatGPT.',
      'Select Connect to GitHub in the prompt composer if you are not already connected, and sign in to GitHub.',
      'Choose a shared environment of the workspace, or create your own.',
      'Try a task in both Ask and Code mode.',
    ],
    tries: [
      { name: 'Ask', prompt: 'Find bugs in this codebase.' },
      { name: 'Write code', prompt: 'Improve test coverage following the existing test patterns.' },
    ],
    signIn: 'Codex cloud needs sign-in with ChatGPT; an API key does not work there.',
    link: links.codex,
    setup: 'You reach only what you may reach on GitHub yourself, and branch protection holds for Codex too.',
  },
  codeReview: {
    code: '@codex review',
    text: 'On a pull request, a comment with these words asks for a review. Any other mention of @codex starts a task in Codex cloud.',
    automatic: 'In some repositories a review runs by itself when a pull request is opened.',
  },
  slack: {
    code: '@Codex',
    text: 'Mention it in a channel it was added to. It reads the message and its thread, and starts a task.',
    answers: 'It posts its whole answer in the thread, where everybody in the channel can read it.',
    onlyLink: 'It posts a link to the task.',
  },
  linear: {
    code: '@Codex',
    text: 'Mention it in an issue, or assign the issue to it. The first mention links your account.',
  },
  internet: {
    on: 'Agents in Codex cloud may reach the internet where an environment allows it. Read what they bring in with care: a page can give them orders.',
    off: 'Agents in Codex cloud have no internet while they work. Setup scripts of an environment do.',
  },
  managed: {
    approval: {
      'on-request': 'Codex asks before it does something its sandbox does not allow.',
      never: 'You may let Codex work without asking. Do so only where something else contains it.',
    },
    sandbox: {
      'read-only': 'Codex can read files and change nothing.',
      'workspace-write': 'Codex can change files in the project folder.',
      'danger-full-access': 'Without a sandbox Codex can do whatever your account can do.',
    },
    webSearch: {
      cached: 'Web search answers from an index that OpenAI keeps.',
      live: 'Web search may open live pages. Whoever writes a page can put instructions in front of the agent.',
    },
    webSearchOff: 'Codex does not search the web.',
    mcp: {
      none: 'No MCP server starts, and connectors from ChatGPT are off.',
      listed: 'Only MCP servers your company lists start. Ask before you need another one. Listed now:',
      any: 'You may configure the MCP servers you want.',
    },
  },
  source: 'The guide before 2026-03, “Share setup instructions with users”; Guide 2026-03, Steps 1, 3 and 4',
};
