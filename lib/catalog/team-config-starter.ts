import type { TeamConfig } from '#lib/domain/team-config/team-config';

/** What rules and skills begin with, until somebody saves others. */
export const starterTeamConfig: TeamConfig = {
  rules: `# What Codex does with a command that begins with these words. The strictest rule that matches wins:
# forbidden before prompt before allow. A rule without a decision means allow, so always write one.
# Rules look at words, not at what a command does; the sandbox is the wall, rules are a rail.

# A push leaves this computer.
prefix_rule(
    pattern = ["git", "push"],
    decision = "prompt",
    justification = "A push leaves this computer. Look at what goes out.",
    match = ["git push", "git push origin main"],
    not_match = ["git status"],
)

# Nobody needs this one.
prefix_rule(
    pattern = ["rm", ["-rf", "-fr"], ["/", "/*", "~"]],
    decision = "forbidden",
    justification = "This removes everything. Name the folder to remove instead.",
    match = ["rm -rf /"],
    not_match = ["rm -rf build"],
)

# More rights than the developer's own.
prefix_rule(
    pattern = ["sudo"],
    decision = "prompt",
    justification = "This runs with the rights of another user.",
    match = ["sudo apt-get install jq"],
)

# An example to change and switch on: the tests of this team run without a question.
# prefix_rule(
#     pattern = ["npm", ["test", "run"]],
#     decision = "allow",
#     match = ["npm test"],
# )`,
  skills: [
    {
      name: 'before-commit',
      description: 'Use before committing a change: what to run and what to look at first.',
      body: `# Before a commit

1. Run the tests and the linter of this repository. Say which you ran and what came out.
2. Read the whole difference once more. Leave out what does not belong to this change.
3. Look for secrets: keys, tokens, passwords, addresses of internal hosts. Do not commit them.
4. Write a message that says why, not only what.`,
    },
  ],
};
