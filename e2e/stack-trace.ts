/** Whether a text tells where in the code something went wrong. */
export const holdsStackTrace = (text: string): boolean =>
  /\bat \S+ \(\S+:\d+:\d+\)|\/(lib|node_modules|app)\/\S+\.(ts|js):\d+|PrismaClient/.test(text);
